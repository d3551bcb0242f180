import { stringify } from 'yaml'
import { entryIds, withMoreInBrackets } from '@/lib/content/yaml/bracket-list'
import type { Json } from '@/lib/core/json'

/** A concept as it stands in `concepts.yaml`. */
export interface FileConcept {
  readonly id: string
  /** One text for all languages, or one for each. */
  readonly title: Json
}

export const conceptsFile = 'concepts.yaml'

/** A `concepts.yaml` with those concepts added that it lacks. */
export const withConcepts = (before: string, concepts: readonly FileConcept[]): string => {
  const known = new Set(entryIds(before))
  const missing = concepts.filter(({ id }) => !known.has(id))
  if (missing.length === 0) return before
  const entries = missing.map(({ id, title }) => ({ id, study: 1, title }))
  const inBrackets = withMoreInBrackets(before, entries)
  if (inBrackets !== null) return inBrackets
  const added = stringify(entries, { lineWidth: 0 })
  return before.trim() === '' ? added : `${before.trimEnd()}\n${added}`
}
