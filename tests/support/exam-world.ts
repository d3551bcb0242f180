import { cardTypes } from '@/lib/cards/list'
import { deckFolders, readDeckFiles } from '@/lib/cli/deck-files'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import { asId, type UserId } from '@/lib/core/id'
import type { ExamSetup, SetupZone } from '@/lib/exam/setup'
import type { Database } from '@/lib/server/db/client'
import { publishExam } from '@/lib/server/services/exams/publish-exam'
import { createExam } from '@/lib/server/services/exams/write-exam'
import { publishDeck } from '@/lib/server/services/publish-deck'
import { noon } from './events'
import { examSetup } from './exam-setups'

const [folder = ''] = await deckFolders('content/sample')
const { deck } = readDeck(await readDeckFiles(folder, process.cwd()), cardTypes)
const compiled = deck === null ? null : compileDeck(deck)

/** The sample deck's cards, in its order. */
export const sampleCards = compiled?.languages[0]?.bundle.cards ?? []

/** Cards of the sample deck that an exam can ask, by type. */
export const askable = (type: string): string => {
  const card = sampleCards.find((one) => one.type === type)
  if (card === undefined) throw new Error(`the sample deck has no ${type} card`)
  return card.id
}

/** Publishes the sample deck to everybody. */
export const publishSample = async (db: Database, now: Date): Promise<void> => {
  if (compiled === null) throw new Error('the sample deck cannot be read')
  await publishDeck(db, compiled, [], now)
}

export const oneOfEach: readonly SetupZone[] = [
  {
    id: 'a',
    title: 'Part A',
    take: 3,
    points: 2,
    shuffle: true,
    lock: false,
    items: ['choice', 'match', 'order'].map((type) => ({ card: askable(type), difficulty: 0.3 })),
  },
  {
    id: 'b',
    title: 'Part B',
    take: 3,
    points: 4,
    shuffle: false,
    lock: false,
    items: ['numeric', 'code', 'compute'].map((type) => ({ card: askable(type), difficulty: 0.5 })),
  },
]

let worlds = 0

export interface ExamWorld {
  readonly classId: string
  readonly teacher: UserId
  readonly students: readonly UserId[]
  readonly stranger: UserId
}

/** A class with a teacher who owns it, some students who joined a day before, and somebody who is not in it. */
export const makeClass = async (db: Database, count: number, now = new Date(noon)): Promise<ExamWorld> => {
  const at = `exam${worlds++}`
  const id = (name: string) => asId<UserId>(`${at}-${name}`)
  const students = Array.from({ length: count }, (_, i) => id(`student${i}`))
  const [teacher, stranger, classId] = [id('teacher'), id('stranger'), `class-${at}`]
  await db.user.createMany({
    data: [teacher, stranger, ...students].map((user) => ({
      id: user,
      kind: 'member' as const,
      role: user === teacher ? ('instructor' as const) : ('learner' as const),
      name: user,
      email: `${user}@example.org`,
      createdAt: now,
      lastSeenAt: now,
    })),
  })
  await db.class.create({ data: { id: classId, title: 'Spring', zone: 'Europe/Berlin', createdAt: now } })
  const joinedAt = new Date(now.getTime() - 86_400_000)
  await db.classMember.createMany({
    data: [
      { classId, userId: teacher, content: 'owner', studentData: 'editor', joinedAt: now },
      ...students.map((userId) => ({ classId, userId, student: 'learning' as const, joinedAt })),
    ],
  })
  return { classId, teacher, students, stranger }
}

/** A published exam over one card of each type, as the changes say. */
export const publishedExam = async (
  db: Database,
  { classId, teacher }: ExamWorld,
  changes: Partial<ExamSetup> = {},
  now = new Date(noon - 3_600_000),
): Promise<string> => {
  const setup = examSetup({ zones: oneOfEach, ...changes })
  const made = await createExam(db, teacher, classId, setup, now)
  if (!made.ok) throw new Error(made.error)
  const published = await publishExam(db, teacher, made.value, 1, now)
  if (!published.ok || published.value.kind !== 'published') throw new Error(JSON.stringify(published))
  return made.value
}
