import { importFile } from '@/lib/importers/import-file'
import type { Import, Importer } from '@/lib/importers/importer'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A text as a file of a format, read; throws where the whole file is refused. */
export const readImport = (importer: Importer, text: string, file = 'file'): Import => {
  const read = importFile(bytesOf(text), file, importer)
  if (!read.ok) throw new Error(`refused: ${read.error.kind} ${read.error.detail}`)
  return read.value
}

/** Kinds of reasons by row. */
export const reasonsOf = ({ rows }: Import): readonly (readonly string[])[] =>
  rows.map(({ reasons }) => reasons.map(({ kind }) => kind))

export const fieldsOf = ({ cards }: Import) => cards.map(({ fields }) => fields)
