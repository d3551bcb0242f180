import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import { hashPassword } from '../auth/password'

export type CredentialsFault = 'bad-email' | 'short-password' | 'long-password'

/** One spelling for every address, so that an account is found again however it is typed. */
export const normalEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase()

const isEmail = (email: string): boolean =>
  email.length <= 254 && /^[^\s@\p{C}]+@[^\s@\p{C}]+\.[^\s@\p{C}]+$/u.test(email)

export const readEmail = (email: string): Result<string, CredentialsFault> => {
  const normal = normalEmail(email)
  return isEmail(normal) ? ok(normal) : refuse('bad-email')
}

/** Hashes a password people may have. Ten characters and no other rule: length is what protects. */
export const readPassword = async (password: string): Promise<Result<string, CredentialsFault>> => {
  if ([...password].length < 10) return refuse('short-password')
  if (password.length > 200) return refuse('long-password')
  return ok(await hashPassword(password))
}
