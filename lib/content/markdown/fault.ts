import type { Diagnostic } from '@/lib/core/diagnostic'

/** A fault inside one Markdown text; line and column count from the text's own start. */
export type Fault = Pick<Diagnostic, 'severity' | 'line' | 'column' | 'message' | 'hint'>
