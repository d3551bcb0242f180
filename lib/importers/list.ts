import { csv } from './csv/importer'
import type { Importer } from './importer'

/** Every importer; the first whose ending fits a file reads it. */
export const importers: readonly Importer[] = [csv]

export const importerFor = (file: string): Importer | undefined =>
  importers.find(({ endings }) => endings.some((ending) => file.toLowerCase().endsWith(ending)))
