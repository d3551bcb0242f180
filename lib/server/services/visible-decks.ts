import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Transaction } from '../db/client'
import { heldBy } from './banks/access'

/** Who asks for a deck; null for whoever is signed out. */
export type Reader = UserId | null

type DeckCondition = NonNullable<NonNullable<Parameters<Transaction['deck']['findFirst']>[0]>['where']>

/** Decks that everybody may read: the server's own, and banks opened to everybody. */
export const openDecks: DeckCondition = {
  OR: [{ bankId: null }, { bank: { is: { state: 'published', audience: 'everyone' } } }],
}

/** Decks somebody may let a class learn: open ones, and published banks they own. */
export const assignableBy = (teacher: UserId): DeckCondition => ({
  OR: [openDecks, { bank: { is: { state: 'published', ...heldBy(teacher, 'owner') } } }],
})

type MemberCondition = NonNullable<NonNullable<Parameters<Transaction['classMember']['findFirst']>[0]>['where']>

const staffRoles: readonly MemberCondition[] = [{ content: { not: 'none' } }, { studentData: { not: 'none' } }]

const onStaff = (reader: UserId): MemberCondition => ({ userId: reader, OR: [...staffRoles] })

/** Learns in a class, or is on its staff. */
const inClass = (reader: UserId): MemberCondition => ({
  userId: reader,
  OR: [{ student: 'learning' }, ...staffRoles],
})

/** Whoever writes a bank reads what was published of it, retired or not. */
const writtenBy = (reader: UserId): DeckCondition => ({ bank: { is: heldBy(reader, 'editor') } })

const taughtTo = (member: MemberCondition): NonNullable<DeckCondition['classes']> => ({
  some: { class: { is: { members: { some: member } } } },
})

/** A class has a bank while it is lent to it, or while everybody may read it. */
const lentTo = (member: MemberCondition): NonNullable<DeckCondition['classes']> => ({
  some: { lent: true, class: { is: { members: { some: member } } } },
})

/** What was retired stays with those who had it: by its link, or remembered when it was retired; and with the staff of its classes. */
const keptBy = (reader: UserId): DeckCondition => ({
  bank: { is: { state: 'retired' } },
  OR: [
    {
      bank: { is: { audience: 'everyone' } },
      OR: [{ readers: { some: { userId: reader } } }, { classes: taughtTo(onStaff(reader)) }],
    },
    { bank: { is: { audience: 'link' } }, readers: { some: { userId: reader, kept: false } } },
    // Remembered as students of a class, also where a link that opens nothing any more had let them in before.
    { readers: { some: { userId: reader } }, classes: lentTo(inClass(reader)) },
    { classes: lentTo(onStaff(reader)) },
  ],
})

/** The decks somebody may read: open ones, those they write, those whose link they have opened, and those of their classes. */
export const visibleTo = (reader: Reader): DeckCondition =>
  reader === null
    ? openDecks
    : {
        OR: [
          openDecks,
          writtenBy(reader),
          {
            bank: { is: { state: 'published', audience: 'link' } },
            readers: { some: { userId: reader, kept: false } },
          },
          { bank: { is: { state: 'published' } }, classes: lentTo(inClass(reader)) },
          keptBy(reader),
        ],
      }
