import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Transaction } from '../db/client'

/**
 * Locks the person's sequence until the transaction ends and returns its last number. Writing first makes others wait
 * here; a cursor handed out later can then never jump over an event that is still being added.
 */
export const lockSequence = async (tx: Transaction, userId: UserId): Promise<number> => {
  const { last } = await tx.personSequence.upsert({
    where: { userId },
    create: { userId, last: 0 },
    update: { last: { increment: 0 } },
  })
  return last
}

export const moveSequence = async (tx: Transaction, userId: UserId, last: number): Promise<void> => {
  await tx.personSequence.update({ where: { userId }, data: { last } })
}
