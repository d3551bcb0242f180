import type { Language } from '@/lib/core/language'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Exported } from '@/lib/exporters/exporter'
import type { BankRefusal } from '../banks'
import type { ExportFormat } from './export-messages'
import { readDraftFiles, readPictures, readPublishedBank } from './published-bank'
import { writeExport } from './write-export'

export interface ExportWish {
  readonly bank: string
  readonly language: Language
  readonly to: ExportFormat
  readonly variants: number
  readonly seed: string
}

/** Our own Markdown names pictures as the draft does; every other format as what is published does. */
const picturesIn = (bank: string, texts: readonly string[], bundle: string): ReadonlyMap<string, string> => {
  const published = [...bundle.matchAll(/"src":"(\/figures\/[^"]+)"/g)].map(([, src = '']) => [src, src] as const)
  const drafted = texts.flatMap((text) =>
    [...text.matchAll(/figures\/([\p{L}\p{N}._-]+)/gu)].map(
      ([path, name = '']) =>
        [path, `/api/banks/${encodeURIComponent(bank)}/figures/${encodeURIComponent(name)}`] as const,
    ),
  )
  return new Map(texts.length > 0 ? drafted : published)
}

/** A bank as a file of another kind; the work is done on this device. */
export const exportBank = async ({
  bank,
  language,
  to,
  variants,
  seed,
}: ExportWish): Promise<Result<Exported, BankRefusal | { readonly message: string }>> => {
  const published = await readPublishedBank(bank, language)
  if (!published.ok) return published
  const files = to === 'markdown' ? await readDraftFiles(bank) : ok([])
  if (!files.ok) return files
  const texts = files.value.map(({ text }) => text)
  const figures = await readPictures(picturesIn(bank, texts, JSON.stringify(published.value.bundle.cards)))
  const answer = await writeExport({ to, source: { ...published.value, files: files.value, figures, variants, seed } })
  return answer.kind === 'written' ? ok(answer.exported) : refuse({ message: answer.message })
}
