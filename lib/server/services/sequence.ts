import 'server-only'
import type { UserId } from '@/lib/core/id'
import { Prisma } from '@/prisma/generated/sqlite/client'
import type { Transaction } from '../db/client'

/**
 * Locks the person's sequence until the transaction ends and returns its last number. Writing first makes others wait
 * here; a cursor handed out later can then never jump over an event that is still being added.
 */
export const lockSequence = (tx: Transaction, userId: UserId): Promise<number> => takeNumbers(tx, userId, 0)

/** As `lockSequence`, and takes the next `count` numbers at once; returns the last one before them. */
export const takeNumbers = async (tx: Transaction, userId: UserId, count: number): Promise<number> => {
  const [row] = await tx.$queryRaw<{ readonly last: number | bigint }[]>(
    Prisma.sql`INSERT INTO "PersonSequence" ("userId", "last") VALUES (${userId}, ${count})
      ON CONFLICT ("userId") DO UPDATE SET "last" = "PersonSequence"."last" + ${count} RETURNING "last"`,
  )
  if (!row) throw new Error(`The database gave ${userId} no number.`)
  return Number(row.last) - count
}

export const moveSequence = async (tx: Transaction, userId: UserId, last: number): Promise<void> => {
  await tx.personSequence.update({ where: { userId }, data: { last } })
}
