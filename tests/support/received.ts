import type { FileImport } from '@/lib/server/services/imports/import-file'
import type { RowChoices } from '@/lib/sync/file-import'

/** A file that lies there already, as if somebody had sent it. */
export const received =
  (file: string, choices: RowChoices | null = null): FileImport['receive'] =>
  (use) =>
    use({ file, choices })
