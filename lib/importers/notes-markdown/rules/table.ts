import { unsafeTex } from '../parse/repair-tex'
import { isChinese, isUnfinished } from '../words/deixis'
import { lowerFirst } from '../words/lower-first'
import { draftCard } from './draft-card'
import { type Candidate, nothing, type UnitRule } from './rule'
import { formulasIn } from './sayable'

const mostRows = 40
const mostColumns = 6

/** A table with names in its first column: each other cell answers "what is <column> of <row>?". */
export const table: UnitRule = {
  name: 'table',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'table') return nothing
    const [head, ...rows] = unit.rows
    if (head === undefined || head.length < 2 || head.length > mostColumns || rows.length > mostRows) return nothing
    const candidates: Candidate[] = []
    for (const row of rows)
      for (let column = 1; column < Math.min(row.length, head.length); column++) {
        const [name, cell, title] = [row[0]?.text ?? '', row[column], head[column]?.text ?? '']
        const said = cell?.text ?? ''
        if (
          cell === undefined ||
          name === '' ||
          said === '' ||
          title === '' ||
          /^[-–—/?]$/.test(said) ||
          said.length > 200
        )
          continue
        if (isUnfinished(said) || formulasIn(`${name} ${said} ${title}`).some(unsafeTex)) continue
        const chinese = isChinese(name + title + said)
        candidates.push({
          ...draftCard(place, {
            rule: 'table',
            confidence: 0.75,
            draft: {
              kind: 'question',
              front: chinese ? `${name}：${title}是什么？` : `${name}: what is the ${lowerFirst(title)}?`,
              back: said,
            },
            from: 0,
            to: cell.passage.raw.length,
            key: `table|${name}|${title}`,
          }),
          passage: cell.passage,
        })
      }
    return { candidates, taken: [] }
  },
}
