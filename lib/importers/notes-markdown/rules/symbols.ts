import { unsafeTex } from '../parse/repair-tex'
import { draftCard } from './draft-card'
import { nothing, type UnitRule } from './rule'
import { formulasIn } from './sayable'

const zh = /(\$[^$]{1,20}\$)(?:为|是|表示|代表|指)([^，。；,$（）()]{2,16})/gu
const en = /(\$[^$]{1,20}\$) (?:is|denotes|stands for|means) (?:the |an? )?([^,.;$()]{3,40})/giu

/** What the letters of a formula stand for: three or more make a card to match. */
export const symbols: UnitRule = {
  name: 'symbols',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'prose') return nothing
    const { text, passage } = unit.prose
    if (!text.includes('$')) return nothing
    const pairs = [...text.matchAll(zh), ...text.matchAll(en)].map(([, left = '', right = '']) => ({
      left,
      right: right.trim(),
    }))
    const known = new Set(pairs.map(({ left }) => left))
    const meanings = new Set(pairs.map(({ right }) => right))
    if (pairs.length < 3 || pairs.length > 6 || known.size < pairs.length || meanings.size < pairs.length)
      return nothing
    if (pairs.some(({ left }) => formulasIn(left).some(unsafeTex))) return nothing
    const chinese = place.language === 'zh'
    const base = draftCard(place, {
      rule: 'symbols',
      confidence: 0.8,
      draft: {
        kind: 'question',
        front: chinese ? '公式中的各个符号代表什么？' : 'What do the symbols of the formula stand for?',
        back: pairs.map(({ left, right }) => `${left} ${right}`).join(' '),
      },
      from: 0,
      to: passage.raw.trimEnd().length,
      key: `symbols|${pairs.map(({ left }) => left).join('')}`,
    })
    return {
      candidates: [{ ...base, type: 'match', fields: { question: base.fields.front ?? '', pairs } }],
      taken: [[0, passage.raw.length]],
    }
  },
}
