import 'server-only'
import type { Transaction } from '../../db/client'

/**
 * A bank that is retired stays with whoever learned it: students of the classes it is lent to, and where everybody could read it,
 * students of any class that learns it and whoever has reviewed one of its cards. Those who came by its link are remembered already.
 */
export const keepLearners = async (tx: Transaction, bankId: string, now: Date): Promise<void> => {
  // Ids of its cards stand between these two: one look into the index for each person.
  const [from, to] = [`${bankId}/`, `${bankId}0`]
  await tx.$executeRaw`
    INSERT INTO "DeckReader" ("deckId", "userId", "at", "kept")
    SELECT "Deck"."id", "User"."id", ${now}, true
    FROM "Deck" JOIN "Bank" ON "Bank"."id" = "Deck"."bankId" CROSS JOIN "User"
    WHERE "Deck"."bankId" = ${bankId} AND (
      EXISTS (
        SELECT 1 FROM "ClassDeck" JOIN "ClassMember" ON "ClassMember"."classId" = "ClassDeck"."classId"
        WHERE "ClassDeck"."deckId" = "Deck"."id" AND "ClassMember"."userId" = "User"."id"
          AND "ClassMember"."student" = 'learning' AND ("ClassDeck"."lent" OR "Bank"."audience" = 'everyone')
      ) OR (
        "Bank"."audience" = 'everyone' AND EXISTS (
          SELECT 1 FROM "CardState"
          WHERE "CardState"."userId" = "User"."id" AND "CardState"."cardId" >= ${from} AND "CardState"."cardId" < ${to}
        )
      )
    )
    ON CONFLICT DO NOTHING`
}

/** Whoever was kept reads again as everybody else may once the bank is back. */
export const releaseLearners = async (tx: Transaction, bankId: string): Promise<void> => {
  await tx.deckReader.deleteMany({ where: { deck: { is: { bankId } }, kept: true } })
}
