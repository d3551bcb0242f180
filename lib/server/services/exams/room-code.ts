import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Database } from '../../db/client'
import { oneAtATime } from '../../one-at-a-time'
import { countedSoFar, withinLimit } from '../limit'

const windowMs = 3_600_000
/** A lecture hall behind one address mistypes less often than this. */
const mostEach = { account: 30, address: 300, exam: 1000 }
/** What is left to each account of an exam whose code is being guessed from many places. */
const mostUnderAttack = 3

const normal = (code: string): string => code.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** Who tries a code, and where. */
export interface CodeTry {
  readonly userId: UserId
  readonly examId: string
  /** The network it comes from. */
  readonly address: string
}

/**
 * Why a room's code is not taken; null where it is. Wrong ones are counted by account, by address and by exam, and a right
 * one costs nothing, so that a whole room can begin at once. Whoever has tried too often is not told whether this one is
 * right: from then on guessing tells nothing. An account's tries come one after the other, or many sent at once would all be
 * told before the first was counted.
 */
export const codeRefusal = async (
  db: Database,
  { userId, examId, address }: CodeTry,
  wanted: string | null,
  given: string,
  now: Date,
): Promise<'exam-room-code' | 'too-many' | null> => {
  if (wanted === null) return null
  const keys = {
    account: `room-code:${userId}`,
    address: `room-code-from:${address}`,
    exam: `room-code-of:${examId}`,
  }
  return oneAtATime(keys.account, async () => {
    const soFar = await countedSoFar(db, Object.values(keys), windowMs, now)
    const own = soFar(keys.exam) >= mostEach.exam ? mostUnderAttack : mostEach.account
    if (soFar(keys.account) >= own || soFar(keys.address) >= mostEach.address) return 'too-many'
    if (normal(wanted) === normal(given)) return null
    for (const [kind, key] of Object.entries(keys))
      await withinLimit(db, { key, most: mostEach[kind as keyof typeof keys], windowMs }, now)
    return 'exam-room-code'
  })
}
