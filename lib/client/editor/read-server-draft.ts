import { list, object, text } from '@/lib/core/decode'
import { ok, type Result } from '@/lib/core/result'
import { decodeOwnBank, type OwnBank } from '@/lib/sync/bank'
import { askBanks, type BankRefusal } from '../banks'
import type { ServerDraft } from './draft-keeper'

const decodeFiles = object({ files: list(object({ path: text(300), text: text(8_000_000) }), 1000) })

const decode = (value: unknown) => {
  const bank = decodeOwnBank(value)
  if (!bank.ok) return bank
  const read = decodeFiles(value)
  return read.ok ? ok({ bank: bank.value, files: read.value.files }) : read
}

/** One of one's own banks with its draft, as the server has it. */
export const readServerDraft = async (
  id: string,
): Promise<Result<{ readonly bank: OwnBank; readonly draft: ServerDraft }, BankRefusal>> => {
  const answer = await askBanks(`/api/banks/${encodeURIComponent(id)}`, decode)
  if (!answer.ok) return answer
  const { bank, files } = answer.value
  return ok({
    bank,
    draft: { revision: bank.revision, files: new Map(files.map(({ path, text: written }) => [path, written])) },
  })
}
