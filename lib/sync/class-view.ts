import { type Decoder, flag, integer, list, nullable, object, oneOf, text } from '@/lib/core/decode'
import { decodePace, type Pace } from '@/lib/schedule/class-pace'
import { type ContentRole, contentRoles, type StudentDataRole, studentDataRoles } from './class'

/** A class in somebody's list. */
export interface ListedClass {
  readonly id: string
  readonly title: string
  readonly content: ContentRole
  readonly studentData: StudentDataRole
  readonly student: boolean
  readonly closed: boolean
  readonly simulated: boolean
  /** Decks it learns. */
  readonly decks: number
  readonly students: number
}

/** A deck that a class learns. */
export interface AssignedDeck {
  readonly deck: string
  readonly title: string
  readonly cards: number
  /** Retired by its owner: who learned it until then keeps it, and new students don't get it. */
  readonly retired: boolean
  readonly pace: Pace
  /** Its notes in order, for dates. */
  readonly sections: readonly { readonly id: string; readonly title: string; readonly cards: number }[]
}

/** A class as one of its members sees it. */
export interface ClassView extends Omit<ListedClass, 'decks' | 'students'> {
  readonly about: string
  readonly zone: string
  /** Today in its zone, days since 1970. */
  readonly today: number
  readonly decks: readonly AssignedDeck[]
  /** Who reads students' data. */
  readonly readers: readonly string[]
  /** As a student: since when, and when the staff last made a link that signs in as oneself; null for the staff alone. */
  readonly mine: { readonly joinedAt: number; readonly seatLinkAt: number | null } | null
}

/** Somebody on the staff, or a student, as those see them who may change them. */
export interface ClassPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly content: ContentRole
  readonly studentData: StudentDataRole
  readonly student: 'none' | 'learning' | 'left' | 'blocked'
  readonly number: string
  readonly label: string
  /** Came from a class list and has not made an account: the staff can make another link. */
  readonly seat: boolean
}

/** What the staff changes; a part that its role does not reach is null. */
export interface ClassDesk {
  readonly staff: readonly ClassPerson[] | null
  readonly students: readonly ClassPerson[] | null
  readonly code: { readonly code: string; readonly until: number } | null
  /** Invitations that wait. */
  readonly invitations: number
}

/** What somebody sees before they join. */
export interface ClassDoor {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly simulated: boolean
  readonly decks: readonly { readonly title: string; readonly cards: number }[]
  readonly readers: readonly string[]
  /** What the one who joins becomes. */
  readonly student: boolean
  readonly content: ContentRole
  readonly studentData: StudentDataRole
}

const words = text(3000)
const id = text(100)
const count = integer(0, Number.MAX_SAFE_INTEGER)
const names = list(words, 200)
const roles = { content: oneOf(contentRoles), studentData: oneOf(studentDataRoles) }

export const decodeClasses = object<{ readonly classes: readonly ListedClass[]; readonly mayCreate: boolean }>({
  mayCreate: flag,
  classes: list(
    object<ListedClass>({
      id,
      title: words,
      ...roles,
      student: flag,
      closed: flag,
      simulated: flag,
      decks: count,
      students: count,
    }),
    1000,
  ),
})

const decodeAssigned = object<AssignedDeck>({
  deck: text(300),
  title: words,
  cards: count,
  retired: flag,
  pace: decodePace,
  sections: list(object({ id: text(300), title: words, cards: count }), 2000),
})

export const decodeClassView: Decoder<ClassView> = object<ClassView>({
  id,
  title: words,
  ...roles,
  student: flag,
  closed: flag,
  simulated: flag,
  about: words,
  zone: text(64),
  today: count,
  decks: list(decodeAssigned, 200),
  readers: names,
  mine: nullable(object({ joinedAt: count, seatLinkAt: nullable(count) })),
})

const decodePeople = list(
  object<ClassPerson>({
    id,
    name: words,
    email: words,
    ...roles,
    student: oneOf(['none', 'learning', 'left', 'blocked']),
    number: words,
    label: words,
    seat: flag,
  }),
  10_000,
)

export const decodeClassDesk = object<ClassDesk>({
  staff: nullable(decodePeople),
  students: nullable(decodePeople),
  code: nullable(object({ code: text(20), until: count })),
  invitations: count,
})

export const decodeClassDoor = object<ClassDoor>({
  id,
  title: words,
  about: words,
  simulated: flag,
  decks: list(object({ title: words, cards: count }), 200),
  readers: names,
  student: flag,
  ...roles,
})
