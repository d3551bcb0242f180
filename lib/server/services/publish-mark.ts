import 'server-only'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'

const keyOf = (deck: string): string => `published:${deck}`

/** Fingerprint of the files a deck was last read from without a fault; null when it never was. */
export const readMark = async (db: Database, deck: string): Promise<string | null> => {
  const row = await db.setting.findUnique({ where: { key: keyOf(deck) } })
  return row?.value ?? null
}

export const writeMark = async (db: Database, deck: string, value: string): Promise<void> => {
  const key = keyOf(deck)
  await withRetry(() => db.setting.upsert({ where: { key }, create: { key, value }, update: { value } }))
}
