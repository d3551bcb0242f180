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

/** Decks somebody may let a class learn: open ones, and their own published banks. */
export const assignableBy = (teacher: UserId): DeckCondition => ({
  OR: [openDecks, { bank: { is: { state: 'published', userId: teacher } } }],
})

type MemberCondition = NonNullable<NonNullable<Parameters<Transaction['classMember']['findFirst']>[0]>['where']>

/** Learns in a class, or is on its staff. */
const inClass = (reader: UserId): MemberCondition => ({
  userId: reader,
  OR: [{ student: 'learning' }, { content: { not: 'none' } }, { studentData: { not: 'none' } }],
})

/** The decks somebody may read: open ones, their own, those whose link they have opened, and those of their classes. */
export const visibleTo = (reader: Reader): DeckCondition =>
  reader === null
    ? openDecks
    : {
        OR: [
          openDecks,
          { bank: { is: { state: 'published', userId: reader } } },
          { bank: { is: { state: 'published', audience: 'link' } }, readers: { some: { userId: reader } } },
          {
            bank: { is: { state: 'published' } },
            classes: { some: { lent: true, class: { is: { members: { some: inClass(reader) } } } } },
          },
        ],
      }
