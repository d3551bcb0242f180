import { parse } from 'yaml'
import { json } from '@/lib/core/decode'
import type { Json } from '@/lib/core/json'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Pen } from '../draft/draft'

export interface WrittenCard {
  readonly id: string | null
  readonly type: string
  readonly concepts: readonly string[]
  readonly tags: readonly string[]
  readonly fields: { readonly [field: string]: Json }
}

const decode = json(100_000, 12)

const isFields = (value: Json): value is { readonly [field: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const strings = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** A card's YAML; refuses with what is wrong in it. Aliases are not followed, so that nothing can expand. */
export const readCard = (yaml: string): Result<WrittenCard, string> => {
  let value: unknown
  try {
    value = parse(yaml, { maxAliasCount: 0 })
  } catch (error) {
    return refuse((error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? '')
  }
  const read = decode(value)
  if (!read.ok || !isFields(read.value)) return refuse(read.ok ? '' : read.error.message)
  const { id, type, concepts, tags, section: _section, ...fields } = read.value
  return ok({
    id: typeof id === 'string' ? id : null,
    type: typeof type === 'string' ? type : 'ask' in fields ? 'compute' : 'basic',
    concepts: strings(concepts),
    tags: strings(tags),
    fields,
  })
}

/** Each part ends before the next picture, and a caption begins with a blank: no sign is looked at twice. */
const picture = /!\[((?:[^\]\n!]|!(?!\[))*)\]\(\s*(?!\s)((?:[^)\s!]|!(?!\[))+)((?:[^\S\n](?:[^)\n!]|!(?!\[))*)?)\)/g

/** The same value with every picture's address as it is in our deck; one that is not there leaves its words. */
export const withPictures = (value: Json, pen: Pen): Json => {
  if (typeof value === 'string') {
    if (/^figures\/[^\s)]+$/.test(value)) return pen.figure(value) ?? value
    return value.replace(picture, (_all, alt: string, address: string, caption: string) => {
      if (address.startsWith('explorer:')) return `![${alt}](${address}${caption})`
      const path = pen.figure(address)
      if (path === null) pen.tell('picture', address.slice(0, 120))
      return path === null ? alt : `![${alt}](${path}${caption})`
    })
  }
  if (Array.isArray(value)) return value.map((one: Json) => withPictures(one, pen))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withPictures(one, pen)]))
  return value
}
