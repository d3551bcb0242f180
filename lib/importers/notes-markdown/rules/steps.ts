import { isGroup } from '../parse/outline'
import { isChinese, isUnfinished, pointsOutside } from '../words/deixis'
import { draftCard } from './draft-card'
import { nothing, type UnitRule } from './rule'
import { sayable } from './sayable'

/** Most numbered lists are sets: only one that is announced as a way to go is put in order. */
const announces =
  /(?:\b(?:steps?|procedure|algorithm|recipe|workflow|pipeline)\b|步骤|流程|过程如下|顺序(?:为|如下|是))[^.。；;]{0,40}[:：]$/iu

const fewest = 3
const most = 7
const longest = 90

/** A numbered list below a line that calls it steps: put them in order. */
export const steps: UnitRule = {
  name: 'procedure',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'prose' || !announces.test(unit.prose.text)) return nothing
    const items: string[] = []
    for (const child of unit.group.children.slice(unit.at + 1)) {
      if (!isGroup(child) || child.number !== items.length + 1) break
      const [first] = child.children
      const text = first === undefined || isGroup(first) || first.kind !== 'prose' ? '' : first.prose.text
      items.push(text.replace(/[.。；;]$/, ''))
    }
    if (items.length < fewest || items.length > most || new Set(items).size < items.length) return nothing
    if (items.some((item) => item.length > longest || !sayable(item) || isUnfinished(item) || pointsOutside(item, 0)))
      return nothing
    const head = unit.prose.text.replace(/[:：]$/, '')
    const chinese = isChinese(head + items.join(''))
    const question = chinese ? `${head}：按顺序排列。` : `${head}: put them in order.`
    const base = draftCard(place, {
      rule: 'procedure',
      confidence: 0.75,
      draft: { kind: 'question', front: question, back: items.join(' ') },
      from: 0,
      to: unit.prose.passage.raw.trimEnd().length,
      key: `procedure|${head}`,
    })
    return { candidates: [{ ...base, type: 'order', fields: { question, items } }], taken: [] }
  },
}
