import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Transaction } from '../db/client'

/** Who asks for a deck; null for whoever is signed out. */
export type Reader = UserId | null

type DeckCondition = NonNullable<NonNullable<Parameters<Transaction['deck']['findFirst']>[0]>['where']>

/** Decks that everybody may read: the server's own, and banks opened to everybody. */
export const openDecks: DeckCondition = {
  OR: [{ bankId: null }, { bank: { is: { state: 'published', audience: 'everyone' } } }],
}

/** The decks somebody may read: open ones, their own, and those whose link they have opened. */
export const visibleTo = (reader: Reader): DeckCondition =>
  reader === null
    ? openDecks
    : {
        OR: [
          openDecks,
          { bank: { is: { state: 'published', userId: reader } } },
          { bank: { is: { state: 'published', audience: 'link' } }, readers: { some: { userId: reader } } },
        ],
      }
