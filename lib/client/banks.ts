import type { Decoder } from '@/lib/core/decode'
import type { Result } from '@/lib/core/result'
import { askServer, type Sent } from './ask-server'

/** Codes the server refuses with where banks are concerned; `unknown` for any other. */
const bankRefusals = [
  'offline',
  'signed-out',
  'guest',
  'not-found',
  'stale',
  'too-many',
  'too-large',
  'draft-too-large',
  'instructors-only',
  'gate-busy',
  'import-busy',
  'cut-off',
  'too-slow',
  'no-licence',
  'not-a-picture',
  'link',
  'bank-role',
  'needs-review',
  'bank-moved',
  'no-reason',
  'bad-email',
  'other-email',
] as const
/** Where the server answers for a bank. */
export const bankPath = (bank: string): string => `/api/banks/${encodeURIComponent(bank)}`

export type BankRefusal = (typeof bankRefusals)[number] | 'unknown'

/** Asks the own server about banks and what is taken into them. Never throws; a refusal comes with the server's code. */
export const askBanks = <T>(path: string, decode: Decoder<T>, send?: Sent): Promise<Result<T, BankRefusal>> =>
  askServer(path, decode, bankRefusals, send)
