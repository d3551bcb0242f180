import { askBanks, type BankRefusal, bankPath } from '@/lib/client/banks'
import type { EditedDraft } from '@/lib/client/editor/draft-reader'
import { ok, type Result } from '@/lib/core/result'
import { type BankDesk, decodeBankDesk } from '@/lib/sync/bank-desk'
import { type BankVersionLine, decodeBankVersionSource, decodeBankVersions } from '@/lib/sync/bank-version'

const pathOf = (bank: string): string => `${bankPath(bank)}/versions`

/** What may be done with a bank, and what happened to it. */
export const readDesk = (bank: string): Promise<Result<BankDesk, BankRefusal>> =>
  askBanks(`${bankPath(bank)}/desk`, decodeBankDesk)

/** Every publication of a bank, the latest first. */
export const readVersions = async (bank: string): Promise<Result<readonly BankVersionLine[], BankRefusal>> => {
  const answer = await askBanks(pathOf(bank), decodeBankVersions)
  return answer.ok ? ok(answer.value.versions) : answer
}

/** What was published under a number, as a draft to compare with. */
export const readVersion = async (bank: string, number: number): Promise<Result<EditedDraft, BankRefusal>> => {
  const answer = await askBanks(`${pathOf(bank)}/${number}`, decodeBankVersionSource)
  return answer.ok ? ok({ id: bank, about: answer.value.about, files: answer.value.files }) : answer
}
