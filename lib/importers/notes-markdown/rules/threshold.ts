import { isGroup, type Unit } from '../parse/outline'
import { stretch } from '../parse/sentences'
import { colonOf } from '../parse/titles'
import { isChinese } from '../words/deixis'
import { draftCard } from './draft-card'
import { nothing, type UnitRule } from './rule'

/** What a head such as `1e-2>error>1e-4` bounds, and by what. */
interface Range {
  readonly subject: string
  readonly low: number | null
  readonly high: number | null
  readonly lowText: string
  readonly highText: string
  readonly closed: boolean
}

const figure = /\d+(?:\.\d+)?(?:e-?\d+)?\s?%?/g
const orSmaller = /或者?更小|以下|不超过|or (?:less|smaller)|at most|低于|小于|less than|below/i
const orLarger = /或者?更大|以上|超过|高于|大于|or (?:more|larger)|at least|greater than|above/i

const rangeIn = (head: string): Range | null => {
  const text = head
    .replace(/\\([<>])/g, '$1')
    .replace(/\$|\\,/g, '')
    .trim()
  const numbers = text.match(figure)?.map((found) => found.trim()) ?? []
  const subject = text
    .replace(figure, ' ')
    .replace(/[<>≤≥=]|\\(?:lt|gt|le|ge)q?\b/g, ' ')
    .replace(orSmaller, '')
    .replace(orLarger, '')
    .trim()
  if (numbers.length === 0 || numbers.length > 2 || subject.length > 24) return null
  const values = numbers.map((each) => Number.parseFloat(each))
  if (numbers.length === 2) {
    if (!/[<>≤≥]/.test(text)) return null
    const [a = '', b = ''] = (values[0] ?? 0) < (values[1] ?? 0) ? numbers : [...numbers].reverse()
    return { subject, low: Math.min(...values), high: Math.max(...values), lowText: a, highText: b, closed: false }
  }
  const [one = ''] = numbers
  const first = text.startsWith(one)
  const smaller = orSmaller.test(text) || (first ? />|≥/.test(text) : /<|≤/.test(text))
  const larger = orLarger.test(text) || (first ? /<|≤/.test(text) : />|≥/.test(text))
  if (smaller === larger) return null
  const closed = /或者?更|or (?:less|smaller|more|larger)|≤|≥/.test(text)
  return smaller
    ? { subject, low: null, high: values[0] ?? null, lowText: '', highText: one, closed }
    : { subject, low: values[0] ?? null, high: null, lowText: one, highText: '', closed }
}

const headOf = (unit: Unit): Range | null => {
  const colon = unit.kind === 'prose' ? colonOf(unit.prose) : null
  return colon === null ? null : rangeIn(colon.head)
}

/** A longer list holds no verdicts. */
const longestList = 30

/** Ranges of the list this one stands in. */
const neighbours = (unit: Unit): readonly Range[] => {
  const children = unit.group.parent?.children ?? []
  if (children.length > longestList) return []
  return children.flatMap((child) => {
    const first = isGroup(child) ? child.children[0] : child
    const range = first === undefined || isGroup(first) ? null : headOf(first)
    return range === null ? [] : [range]
  })
}

/** The range as one reads it, closed where a neighbour begins: a list read from the top names no number twice. */
const written = (range: Range, others: readonly Range[]): string => {
  const subject = range.subject === '' ? (others.find((other) => other.subject !== '')?.subject ?? 'x') : range.subject
  const below =
    range.high !== null && range.low === null
      ? others.filter((other) => other !== range && other.high !== null && other.high < (range.high ?? 0))
      : []
  const nearest = below.sort((a, b) => (b.high ?? 0) - (a.high ?? 0))[0]
  const low = range.lowText === '' ? (nearest?.highText ?? '') : range.lowText
  const sign = range.closed ? '≤' : '<'
  if (low === '') return `${subject} ${sign === '<' ? '\\<' : sign} ${range.highText}`
  if (range.highText === '') return `${subject} ${range.closed ? '≥' : '>'} ${low}`
  return `${low} \\< ${subject} \\< ${range.highText}`
}

/** A range and what it means. */
export const threshold: UnitRule = {
  name: 'threshold',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'prose') return nothing
    const { prose } = unit
    const colon = colonOf(prose)
    const range = colon === null ? null : rangeIn(colon.head)
    const said = colon === null ? null : stretch(prose, colon.from, prose.passage.raw.length)
    if (colon === null || range === null || said === null) return nothing
    const others = neighbours(unit)
    if (others.length < 2) return nothing
    const shown = written(
      range,
      others.map((other) => (JSON.stringify(other) === JSON.stringify(range) ? range : other)),
    )
    const chinese = isChinese(said.text + shown)
    return {
      candidates: [
        draftCard(place, {
          rule: 'threshold',
          confidence: 0.8,
          draft: {
            kind: 'question',
            front: chinese ? `${shown} 说明什么？` : `What does ${shown} mean?`,
            back: said.text,
          },
          from: 0,
          to: prose.passage.raw.length,
          key: `threshold|${shown}`,
          topics: place.topics.filter((topic) => topic !== colon.head),
        }),
      ],
      taken: [[0, prose.passage.raw.length]],
    }
  },
}
