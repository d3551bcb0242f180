/** Where an author's text is at fault: lines and columns count from 1, in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** What an author wrote that cannot stand: a sentence that names the thing, and the cure. Never thrown, always collected. */
export interface Diagnostic {
  /** `error` stops publishing, `warning` does not. */
  readonly severity: 'error' | 'warning'
  /** The file as the author knows it; absent for text without a file. */
  readonly file?: string
  /** JSON Pointer into a YAML or JSON document, e.g. `/2/steps/loss`; empty for prose. */
  readonly path: string
  readonly line: number
  readonly column: number
  readonly message: string
  /** The cure. */
  readonly hint: string
}

export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === 'error'

/** `file:line:column  message  (hint)` */
export const formatDiagnostic = (d: Diagnostic): string =>
  `${d.file ?? '-'}:${d.line}:${d.column}  ${d.severity}: ${d.message}${d.hint ? ` ${d.hint}` : ''}`
