import type { Result } from '@/lib/core/result'
import {
  decodeImportAnswer,
  decodeMadeImports,
  decodeUndone,
  type ImportAnswer,
  type MadeImport,
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

/** Asks what a file would become; with the mark of the answer, has it done. `bank` is `found`, `new` or the id of one's own. */
export const sendFile = (file: File, bank: string, mark: string | null): Promise<Result<ImportAnswer, BankRefusal>> => {
  const zone = String(-new Date().getTimezoneOffset())
  const query = new URLSearchParams({ name: file.name, bank, zone, ...(mark === null ? {} : { mark }) })
  return askBanks(`/api/imports?${query}`, decodeImportAnswer, { method: 'POST', file })
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
