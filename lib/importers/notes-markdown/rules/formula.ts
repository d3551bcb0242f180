import { repairTex, unsafeTex } from '../parse/repair-tex'
import { isChinese } from '../words/deixis'
import { draftCard } from './draft-card'
import { equationsOf } from './equations'
import { formulaName } from './formula-name'
import { type Candidate, nothing, type Place, type UnitRule } from './rule'

/** A formula on its own: its right side is the gap, the name above it the question. */
export const formula: UnitRule = {
  name: 'formula',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'math') return nothing
    const end = unit.block.passage.raw.length
    const candidates: Candidate[] = []
    for (const equation of equationsOf(unit.tex)) {
      const card = formulaCard(place, equation.left, equation.right, equation.index, 0, end)
      if (card !== null) candidates.push(card)
    }
    return { candidates, taken: [] }
  },
}

const formulaCard = (
  place: Place,
  left: string,
  right: string,
  index: number,
  from: number,
  to: number,
): Candidate | null => {
  const [shownLeft, shownRight] = [repairTex(left), repairTex(right)]
  if (unsafeTex(`${left}=${right}`) || unsafeTex(shownRight) || shownRight.length < 2) return null
  const name = formulaName(place)
  const topics = name === null ? place.topics : [...place.topics.filter((topic) => topic !== name), name]
  const base = draftCard(place, {
    rule: 'formula',
    confidence: 0.75,
    draft: { kind: 'gap', before: '', gap: shownRight, after: '', hint: null },
    from,
    to,
    key: `formula|${name ?? ''}|${shownLeft}|${index}`,
    topics,
  })
  const label = [...new Set(topics.slice(-2))].join(' › ')
  const chinese = isChinese(label) || place.language === 'zh'
  const text = `${label === '' ? '' : `**${label}**${chinese ? '：' : ':'}\n\n`}$$\n${shownLeft} = \\cloze{${shownRight}}\n$$`
  return {
    ...base,
    fields: { text },
    asks: `${label} ${shownLeft}`,
    answer: shownRight,
    concerns: label === '' ? ['unnamed'] : [],
  }
}
