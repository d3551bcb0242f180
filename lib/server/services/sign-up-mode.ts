import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'

/** Who may make an account. Guests are welcome in every mode. */
export type SignUpMode =
  | { readonly mode: 'open' }
  | { readonly mode: 'code'; readonly code: string }
  | { readonly mode: 'closed' }

export const readSignUpMode = async (db: Database): Promise<SignUpMode> => {
  const rows = await db.setting.findMany({ where: { key: { in: ['sign-up', 'sign-up-code'] } } })
  const value = (key: string) => rows.find((row) => row.key === key)?.value
  const mode = value('sign-up') ?? 'open'
  if (mode === 'closed') return { mode }
  return mode === 'code' ? { mode, code: value('sign-up-code') ?? '' } : { mode: 'open' }
}

export const setSignUpMode = async (db: Database, wanted: SignUpMode): Promise<void> => {
  const put = (key: string, value: string) =>
    withRetry(() => db.setting.upsert({ where: { key }, create: { key, value }, update: { value } }))
  if (wanted.mode === 'code') await put('sign-up-code', wanted.code)
  await put('sign-up', wanted.mode)
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether this code opens the door; an empty code opens none. */
export const maySignUp = (mode: SignUpMode, code: string): boolean =>
  mode.mode === 'open' ||
  (mode.mode === 'code' && mode.code !== '' && timingSafeEqual(digest(mode.code), digest(code.trim())))
