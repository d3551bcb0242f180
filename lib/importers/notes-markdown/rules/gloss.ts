import { draftCard } from './draft-card'
import { nothing, type UnitRule } from './rule'

const pair = /^([\u4e00-\u9fff]{2,10})\s*(?:[（(]\s*)?([A-Za-z][A-Za-z-]+(?:[ -][A-Za-z-]+){0,3})\s*[）)]?(?:层)?$/u
const inner = /(?:^|[，、])([\u4e00-\u9fff]{2,8})\s+([A-Za-z][a-z-]+(?:[ -][a-z-]+){0,3})(?=$|[，。、])/u

/** A Chinese term with its English name behind it. */
export const gloss: UnitRule = {
  name: 'gloss',
  find: (place) => {
    if (place.unit.kind !== 'prose') return nothing
    const { prose } = place.unit
    const found = pair.exec(prose.text) ?? inner.exec(prose.text)
    const [, zh = '', en = ''] = found ?? []
    if (found === null || /^[A-Z][a-z]*[A-Z]/.test(en) || prose.text.length > 40) return nothing
    const whole = prose.text.length === found[0].length
    const card = draftCard(place, {
      rule: 'gloss',
      confidence: 0.8,
      draft: { kind: 'question', front: `“${zh}”的英文术语是什么？`, back: en },
      from: 0,
      to: prose.passage.raw.trimEnd().length,
      key: `gloss|${zh}`,
      topics: place.topics.filter((topic) => !topic.includes(zh)),
    })
    return {
      candidates: [{ ...card, fields: { ...card.fields, back: en } }],
      taken: whole || prose.text.length < 24 ? [[0, prose.passage.raw.length]] : [],
    }
  },
}
