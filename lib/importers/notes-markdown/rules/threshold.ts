import { colonOf } from '../parse/outline'
import { stretch } from '../parse/sentences'
import { isChinese } from '../words/deixis'
import { draftCard } from './draft-card'
import { nothing, type UnitRule } from './rule'

const bound =
  /(?:[<>≤≥]|\\(?:lt|gt|le|ge)\b|大于|小于|不超过|超过|低于|高于|或者更小|或者更大|以下|以上|above|below|less than|greater than|at (?:most|least)|or (?:less|smaller|larger))/
const number = /\d/

/** Chained bounds written from the large to the small end are put in the usual order: `a < x < b`. */
export const usualOrder = (range: string): string => {
  const bare = range.replace(/\\([<>])/g, '$1').trim()
  const chain = /^(.{1,20}?)\s*>\s*(.{1,20}?)\s*>\s*(.{1,20})$/.exec(bare)
  if (chain !== null) return `${chain[3]} < ${chain[2]} < ${chain[1]}`
  const turned = /^([\d.e-]+)\s*>\s*(.{1,20})$/.exec(bare)
  if (turned !== null) return `${turned[2]} < ${turned[1]}`
  return bare.replace(/\s*([<>≤≥])\s*/g, ' $1 ')
}

const asWritten = (text: string): string => text.replace(/[<*]/g, '\\$&')

/** A range and what it means. */
export const threshold: UnitRule = {
  name: 'threshold',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'prose') return nothing
    const { prose } = unit
    const colon = colonOf(prose)
    if (colon === null || !number.test(colon.head) || !bound.test(colon.head)) return nothing
    const said = stretch(prose, colon.from, prose.passage.raw.length)
    if (said === null) return nothing
    const range = usualOrder(colon.head)
    const chinese = isChinese(said.text + range)
    const front = chinese ? `${asWritten(range)} 说明什么？` : `What does ${asWritten(range)} mean?`
    const topics = place.topics.filter((topic) => topic !== colon.head)
    return {
      candidates: [
        draftCard(place, {
          rule: 'threshold',
          confidence: 0.8,
          draft: { kind: 'question', front, back: said.text },
          from: 0,
          to: prose.passage.raw.length,
          key: `threshold|${range}`,
          topics,
        }),
      ],
      taken: [[0, prose.passage.raw.length]],
    }
  },
}
