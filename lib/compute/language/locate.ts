import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Span } from './expression'
import type { Place } from './program'

/** A fault at a place of the author's document; the span narrows it where the place is exact. */
export const faultAt = (place: Place, span: Span | null, message: string, hint: string): Diagnostic => ({
  severity: 'error',
  ...(place.file === undefined ? {} : { file: place.file }),
  path: place.path,
  line: place.line,
  column: place.exact && span !== null ? place.column + span.start : place.column,
  message,
  hint,
})
