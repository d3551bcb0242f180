import type { Result } from '@/lib/core/result'
import {
  decodeImportAnswer,
  decodeMadeImports,
  decodeUndone,
  type ImportAnswer,
  type MadeImport,
  type RowChoices,
} from '@/lib/sync/file-import'
import { askBanks, type BankRefusal } from './banks'
import type { Learner } from './learner'

/** Files that are read; which kind it is, its content tells. */
export const importEndings = [
  '.apkg',
  '.colpkg',
  '.txt',
  '.csv',
  '.tsv',
  '.md',
  '.xml',
  '.gift',
  '.zip',
  '.imscc',
  '.qti',
] as const

export interface ImportOrder {
  /** `found`, `new` or the id of one's own. */
  readonly bank: string
  /** Of the answer that was read; null only asks. */
  readonly mark: string | null
  /** Decisions about rows, sent before the file; null for those that were proposed. */
  readonly choices: RowChoices | null
}

/** Asks what a file would become; with the mark of the answer, has it done. */
export const sendFile = (
  file: File,
  { bank, mark, choices }: ImportOrder,
): Promise<Result<ImportAnswer, BankRefusal>> => {
  const zone = String(-new Date().getTimezoneOffset())
  const head = new Blob(choices === null ? [] : [JSON.stringify(choices)])
  const query = new URLSearchParams({
    name: file.name,
    bank,
    zone,
    ...(mark === null ? {} : { mark }),
    ...(choices === null ? {} : { choices: String(head.size) }),
  })
  const body = choices === null ? file : new Blob([head, file])
  return askBanks(`/api/imports?${query}`, decodeImportAnswer, { method: 'POST', file: body })
}

export const readImports = async (): Promise<Result<readonly MadeImport[], BankRefusal>> => {
  const answer = await askBanks('/api/imports', decodeMadeImports)
  return answer.ok ? { ok: true, value: answer.value.imports } : answer
}

/** Takes an import back. `kept` reviews made since stay. */
export const takeBackImport = (id: string) =>
  askBanks(`/api/imports/${encodeURIComponent(id)}/undo`, decodeUndone, { method: 'POST' })

/** Brings to this device what an import changed: cards, and the reviews as they come from any other device. */
export const hearOfImport = async (learner: Learner, language: Parameters<Learner['refresh']>[0]): Promise<void> => {
  await learner.refresh(language)
  await learner.outbox.drain()
}
