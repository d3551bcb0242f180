import { defaulting, integer, object, oneOf, text } from '@/lib/core/decode'
import { type Language, languages } from '@/lib/core/language'

export const exportFormats = ['apkg', 'csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Which cards, and as what. */
export interface ExportRequest {
  readonly format: ExportFormat
  /** In the search language; empty for every card. */
  readonly q: string
  readonly language: Language
  /** Minutes east of UTC. */
  readonly zone: number
}

export const decodeExportRequest = object<ExportRequest>({
  format: oneOf(exportFormats),
  q: defaulting(text(2000, /^[^\0]*$/), ''),
  language: oneOf(languages),
  zone: integer(-18 * 60, 18 * 60),
})
