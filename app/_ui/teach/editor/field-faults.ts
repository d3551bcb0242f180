import type { Diagnostic } from '@/lib/core/diagnostic'

/** The field of a card that a fault is about; null for one of the whole card. */
const fieldOf = ({ path, message }: Diagnostic): string | null => {
  const [, , field] = path.split('/')
  if (field !== undefined) return field
  // What is missing has no place of its own yet.
  return /^"([^"]+)" is missing/.exec(message)?.[1] ?? null
}

/** A card's faults by the field they are about; those of no known field stand under the empty name. */
export const faultsByField = (
  faults: readonly Diagnostic[],
  fields: readonly string[],
): ReadonlyMap<string, readonly Diagnostic[]> => {
  const found = new Map<string, Diagnostic[]>()
  for (const fault of faults) {
    const field = fieldOf(fault) ?? ''
    const name = fields.includes(field) ? field : ''
    found.set(name, [...(found.get(name) ?? []), fault])
  }
  return found
}
