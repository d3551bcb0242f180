import { parse } from 'yaml'
import { json, list, object, text } from '@/lib/core/decode'
import type { ImportedConcept } from '../importer'

export interface Front {
  readonly title: string
  readonly concepts: readonly ImportedConcept[]
}

const concept = object({ id: text(100, /^[a-z0-9][a-z0-9-]*$/), title: json(1_000, 3) })

const parsed = (yaml: string): unknown => {
  try {
    return parse(yaml, { maxAliasCount: 0 })
  } catch {
    return null
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

const words = (value: unknown): string => {
  if (typeof value === 'string') return value
  const [first] = typeof value === 'object' && value !== null ? Object.values(value) : []
  return typeof first === 'string' ? first : ''
}

/** What stands before the cards: the deck's title and the concepts that cards name. */
export const readFront = (yaml: string): Front => {
  const value = parsed(yaml)
  const concepts = list(concept, 10_000)(fieldOf(value, 'concepts'))
  return {
    title: words(fieldOf(value, 'title')).slice(0, 200),
    concepts: concepts.ok ? concepts.value : [],
  }
}
