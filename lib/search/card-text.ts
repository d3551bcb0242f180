import type { Json } from '@/lib/core/json'

/** Where content keeps what is read; the rest is markup, names and programs. */
const read = new Set(['text', 'tex', 'source', 'code', 'title', 'caption', 'alt', 'label'])

const gather = (value: Json, key: string): string => {
  if (typeof value === 'string') return read.has(key) ? value : ''
  if (typeof value !== 'object' || value === null) return ''
  // A number of the variant shown, which differs from showing to showing.
  if ('kind' in value && value.kind === 'value') return '…'
  if (Array.isArray(value)) {
    // A line's pieces touch each other; everything else stands apart.
    const between = key === 'children' ? '' : ' '
    return value.map((one) => gather(one, key)).join(between)
  }
  return Object.entries(value)
    .map(([name, one]) => gather(one, name))
    .filter((text) => text !== '')
    .join(' ')
}

/** Where content keeps what it asks, whatever the card's type calls it. */
const asking = ['question', 'prompt', 'front', 'closed']

const fieldOf = (content: Json, name: string): Json =>
  typeof content === 'object' && content !== null && !Array.isArray(content)
    ? (Object.entries(content).find(([key]) => key === name)?.[1] ?? null)
    : null

const asked = (content: Json): Json => {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return content
  const parts = new Map(Object.entries(content))
  const name = asking.find((one) => parts.has(one))
  if (name !== undefined) return parts.get(name) ?? null
  return parts.has('body') ? asked(parts.get('body') ?? null) : content
}

const asLine = (content: Json): string => gather(content, 'text').replace(/\s+/g, ' ').trim()

/** The beginning of what a card asks, as a line to find it by. */
export const cardLine = (content: Json): string => asLine(asked(content)).slice(0, 160)

/** The words of a card's content, small letters: what a person reads, none of its markup. */
export const cardText = (content: Json): string => gather(content, 'text').toLowerCase()

const longestMistake = 300

/** What a card says of each mistake that it tells apart, as a line by the mistake's name. */
export const mistakeLines = (content: Json): ReadonlyMap<string, string> => {
  const lines = new Map<string, string>()
  const mistakes = fieldOf(fieldOf(content, 'body'), 'mistakes')
  for (const mistake of Array.isArray(mistakes) ? mistakes : []) {
    const name = fieldOf(mistake, 'name')
    const line = asLine(fieldOf(mistake, 'says'))
    if (typeof name === 'string' && line !== '') lines.set(name, line.slice(0, longestMistake))
  }
  return lines
}
