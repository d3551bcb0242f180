import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Span } from './expression'
import type { Place } from './program'

/** A fault at a place of the author's document; the span narrows it where the place is exact. */
export const faultAt = (place: Place, span: Span | null, message: string, hint: string): Diagnostic => ({
  severity: 'error',
  ...(place.file === undefined ? {} : { file: place.file }),
  path: place.path,
  ...positionOf(place, span),
  message,
  hint,
})

const positionOf = ({ line, column, exact, rows }: Place, span: Span | null) => {
  if (!exact || span === null) return { line, column }
  const row = rows?.findLast(({ start }) => start <= span.start) ?? { start: 0, line, column }
  return { line: row.line, column: row.column + span.start - row.start }
}
