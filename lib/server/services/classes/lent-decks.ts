import 'server-only'
import type { Transaction } from '../../db/client'

type Lent = NonNullable<NonNullable<Parameters<Transaction['classDeck']['findMany']>[0]>['where']>

/**
 * A class learns a bank that was lent to it while one of the bank's owners edits the class's content. Of the lent decks these
 * are, takes those back where none does any more.
 */
export const takeLentBack = async (tx: Transaction, where: Lent): Promise<void> => {
  const lent = await tx.classDeck.findMany({
    where: { ...where, lent: true },
    select: {
      classId: true,
      deckId: true,
      deck: {
        select: {
          bank: { select: { userId: true, members: { where: { role: 'owner' }, select: { userId: true } } } },
        },
      },
    },
  })
  for (const { classId, deckId, deck } of lent) {
    const owners = deck.bank === null ? [] : [deck.bank.userId, ...deck.bank.members.map(({ userId }) => userId)]
    const editing = { classId, userId: { in: owners }, content: { in: ['editor' as const, 'owner' as const] } }
    if ((await tx.classMember.count({ where: editing })) === 0)
      await tx.classDeck.delete({ where: { classId_deckId: { classId, deckId } } })
  }
}
