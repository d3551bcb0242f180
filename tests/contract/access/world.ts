import { encode } from 'next-auth/jwt'
import { asId, type ClassId, type DeckId, type UserId } from '@/lib/core/id'
import type { Database } from '@/lib/server/db/client'
import { inTransaction } from '@/lib/server/db/client'
import { sessionSecret } from '@/lib/server/secret'
import { versionRows, writeVersion } from '@/lib/server/services/publish-deck'
import { compiledDeck } from '../../support/decks'
import { insertExam } from '../../support/exam-rows'
import { type Role, roles } from './entry'

/** One class with everybody who may come by, a bank of its owner that it learns, and another class of an outsider. */
export interface World {
  readonly people: { readonly [R in Exclude<Role, 'signedOut'>]: UserId }
  readonly classId: ClassId
  /** The bank, which is also a deck; nobody outside the class may read it. */
  readonly bank: DeckId
  readonly correction: string
  /** An import of its owner’s into the bank. */
  readonly import: string
  readonly figure: string
  /** A published exam of the class that the student has begun. */
  readonly exam: string
  /** A remark of the reviewer’s on the bank. */
  readonly remark: string
  /** An id that no row has yet. */
  readonly unused: string
}

let worlds = 0

type Signed = Exclude<Role, 'signedOut'>
const signedRoles = roles.filter((role): role is Signed => role !== 'signedOut')

const membership: { readonly [R in Signed]?: object } = {
  blocked: { student: 'blocked' },
  left: { student: 'left' },
  student: { student: 'learning' },
  viewer: { content: 'viewer', studentData: 'viewer' },
  author: { content: 'editor' },
  grader: { studentData: 'editor' },
  editor: { content: 'editor', studentData: 'editor' },
  owner: { content: 'owner', studentData: 'editor' },
}

/** Makes a new world in a database. */
export const makeWorld = async (db: Database, now: Date): Promise<World> => {
  const at = `w${worlds++}`
  const people = Object.fromEntries(signedRoles.map((role) => [role, `${at}-${role}`])) as unknown as World['people']
  const bank = asId<DeckId>(`bank-${at}`)
  const classId = asId<ClassId>(`class-${at}`)
  await db.user.createMany({
    data: signedRoles.map((role) => ({
      id: people[role],
      kind: role === 'guest' ? ('guest' as const) : ('member' as const),
      role: role === 'outsider' || role === 'owner' ? ('instructor' as const) : ('learner' as const),
      email: role === 'guest' ? null : `${people[role]}@example.org`,
      createdAt: now,
      lastSeenAt: now,
    })),
  })
  const about = { title: 'Losses', languages: 'en', author: 'A', licence: '', createdAt: now, changedAt: now }
  await db.bank.create({ data: { ...about, id: bank, userId: people.owner, state: 'published' } })
  const file = { fileName: 'losses.apkg', made: false, revision: 1, beforeVersion: 'v1', cards: 1, reviews: 0 }
  await db.bankImport.create({ data: { ...file, id: `imp-${at}`, userId: people.owner, bankId: bank, at: now } })
  const figure = `${at}.svg`
  await inTransaction(db, (tx) =>
    writeVersion(tx, versionRows(compiledDeck(bank, 'v1')), [{ name: figure, data: new Uint8Array([60]) }], bank, now),
  )
  await db.bankFile.create({
    data: { bankId: bank, path: 'figures/plot.png', userId: people.owner, text: '', data: new Uint8Array([0x89]) },
  })
  await db.bankVersion.create({
    data: {
      bankId: bank,
      number: 1,
      userId: people.owner,
      version: 'v1',
      publishedAt: now,
      cards: 1,
      about: JSON.stringify({ title: 'Losses', languages: ['en'], author: 'A', licence: 'MIT', source: '' }),
      files: JSON.stringify([{ path: 'concepts.yaml', text: '' }]),
      resets: '{}',
    },
  })
  await db.class.createMany({
    data: [
      { id: classId, title: 'Spring', zone: 'UTC', createdAt: now },
      { id: `${classId}-other`, title: 'Autumn', zone: 'UTC', createdAt: now },
    ],
  })
  await db.classMember.createMany({
    data: [
      ...signedRoles.flatMap((role) => {
        const row = membership[role]
        return row === undefined ? [] : [{ classId, userId: people[role], joinedAt: now, ...row }]
      }),
      { classId: `${classId}-other`, userId: people.outsider, content: 'owner', studentData: 'editor', joinedAt: now },
    ],
  })
  await db.classDeck.create({
    data: { classId, deckId: bank, lent: true, assignedAt: now, pace: JSON.stringify({ kind: 'own' }) },
  })
  await db.bankMember.createMany({
    data: (
      [
        ['reviewer', 'viewer'],
        ['coauthor', 'editor'],
        ['coowner', 'owner'],
      ] as const
    ).map(([person, role]) => ({ bankId: bank, userId: people[person], role, at: now })),
  })
  const remark = `${at}-remark`
  const said = { card: 'hinge.def', revision: 1, text: 'Too long.', at: now }
  await db.bankRemark.create({ data: { ...said, id: remark, bankId: bank, userId: people.reviewer } })
  const correction = `${at}-correction`
  await db.correction.create({
    data: {
      id: correction,
      userId: people.student,
      deckId: bank,
      cardId: `${bank}/hinge.def`,
      revision: 'v1',
      language: 'en',
      quote: '',
      comment: 'A slip.',
      createdAt: now,
    },
  })
  const unused = `01kb${String(worlds).padStart(22, '0')}`
  const exam = `exam-${at}`
  await insertExam(db, { id: exam, classId, grader: people.owner, takers: [people.student] }, now)
  return { people, classId, bank, correction, import: `imp-${at}`, figure, exam, remark, unused }
}

/** The cookie of somebody who is signed in; none for whoever is not. */
export const cookieOf = async (world: World, role: Role): Promise<Readonly<Record<string, string>>> => {
  if (role === 'signedOut') return {}
  const token = await encode({ token: { userId: world.people[role], sessionVersion: 1 }, secret: sessionSecret() })
  return { cookie: `next-auth.session-token=${token}` }
}
