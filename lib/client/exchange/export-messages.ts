import type { Exported, ExportSource } from '@/lib/exporters/exporter'

/** Formats a bank is written in, the one that keeps most first. */
export const exportFormats = ['markdown', 'moodle-xml', 'qti3', 'gift'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportTask {
  readonly to: ExportFormat
  readonly source: ExportSource
}

export type ExportAnswer =
  | { readonly kind: 'written'; readonly exported: Exported }
  | { readonly kind: 'failed'; readonly message: string }
