import type { Json } from '@/lib/core/json'

/** Where content keeps what is read; the rest is markup, names and programs. */
const read = new Set(['text', 'tex', 'source', 'code', 'title', 'caption', 'alt', 'label'])

const gather = (value: Json, key: string): string => {
  if (typeof value === 'string') return read.has(key) ? value : ''
  if (typeof value !== 'object' || value === null) return ''
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

const asked = (content: Json): Json => {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return content
  const parts = new Map(Object.entries(content))
  const name = asking.find((one) => parts.has(one))
  if (name !== undefined) return parts.get(name) ?? null
  return parts.has('body') ? asked(parts.get('body') ?? null) : content
}

/** The beginning of what a card asks, as a line to find it by. */
export const cardLine = (content: Json): string =>
  gather(asked(content), 'text').replace(/\s+/g, ' ').trim().slice(0, 160)

/** The words of a card's content, small letters: what a person reads, none of its markup. */
export const cardText = (content: Json): string => gather(content, 'text').toLowerCase()
