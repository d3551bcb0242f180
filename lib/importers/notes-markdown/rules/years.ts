import { draftCard } from './draft-card'
import { type Candidate, nothing, type UnitRule } from './rule'

const dated = /(\d{4})年?\s?((?:[A-Z][A-Za-z-]*\d*)(?:、[A-Z][A-Za-z-]*\d*)*)/g

/** A line of years and names: which year is it? */
export const years: UnitRule = {
  name: 'year',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'prose' || unit.prose.text.length > 120) return nothing
    const { text, passage } = unit.prose
    if (!/\d{4}/.test(text)) return nothing
    const found = [...text.matchAll(dated)].filter(([, year]) => Number(year) > 1900 && Number(year) < 2100)
    const covered = found.reduce((sum, [all]) => sum + all.length, 0)
    if (found.length < 2 || covered < text.length * 0.7) return nothing
    const candidates = found.flatMap(([, year = '', names = '']): Candidate[] =>
      names.split('、').map((name) =>
        draftCard(place, {
          rule: 'year',
          confidence: 0.75,
          draft: { kind: 'question', front: `${name} 是哪一年的？`, back: year },
          from: 0,
          to: passage.raw.trimEnd().length,
          key: `year|${name}`,
        }),
      ),
    )
    return { candidates, taken: [[0, passage.raw.length]] }
  },
}
