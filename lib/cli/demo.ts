import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { simulatedLearners } from '@/lib/classes/simulate/people'
import { hashPassword } from '@/lib/server/auth/password'
import { openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { contentFolder, dataFolder } from '@/lib/server/env'
import { assignDeck } from '@/lib/server/services/classes/assign-deck'
import { createClass } from '@/lib/server/services/classes/create-class'
import { rotateCode } from '@/lib/server/services/classes/join-code'
import type { Command } from './command'
import { agreed } from './demo/agreed'
import { publishShipped, simulatedCards } from './demo/demo-content'
import { giveExams } from './demo/demo-exams'
import { letStudy, makePerson } from './demo/demo-people'
import type { DemoStudent } from './demo/demo-room'

const dayMs = 86_400_000
const weeks = 13
const cardsAWeek = 25
/** Monday of the week in which a class that is `weeks` weeks old began. */
const firstDay = (today: number): number => today - 7 * weeks - ((today + 3) % 7)

/** Simulated students stay addresses of nobody: the domain is reserved for that. */
const addressOf = (name: string): string => `${name}@demo.invalid`

const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0

const fill = async (folder: string, deckFolder: string, seed: string, until: Date) => {
  const place = { dialect: 'sqlite', folder } as const
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await migrate(place)
  const db = openDatabase(place)
  try {
    const today = Math.floor(until.getTime() / dayMs)
    const began = new Date(firstDay(today) * dayMs)
    const deck = await publishShipped(db, deckFolder, began)
    const cards = simulatedCards(deck)
    const password = randomBytes(9).toString('base64url')
    const passwordHash = await hashPassword(password)
    const teacher = { name: 'Dr. Demo', email: addressOf('teacher'), role: 'owner', passwordHash } as const
    const teacherId = await makePerson(db, teacher, seed, began)
    const about = {
      title: 'Demo: deep learning for vision',
      about: 'Thirty simulated students, three months into the course.',
      zone: 'UTC',
    }
    const owner = { id: teacherId, kind: 'member', role: 'owner' } as const
    const classId = agreed('The class', await createClass(db, owner, about, began))
    await db.class.update({ where: { id: classId }, data: { simulated: true } })
    const pace = { kind: 'weekly', cards: cardsAWeek, from: firstDay(today) } as const
    agreed('Assigning', await assignDeck(db, teacherId, classId, deck.id, pace, began))
    const code = agreed('The code', await rotateCode(db, teacherId, classId, 180, until))
    const mistakes = [...new Set(cards.flatMap((card) => card.mistakes))].sort()
    const learners = simulatedLearners(seed, mistakes)
    const span = { from: firstDay(today), to: today - 1, zoneOffset: 0 }
    const students: DemoStudent[] = []
    for (const [at, learner] of learners.entries()) {
      // The first of them can be signed in as, to see what a student sees.
      const own = at === 0 ? { email: addressOf('student'), passwordHash } : { email: null, passwordHash: null }
      const userId = await makePerson(db, { name: learner.name, role: 'learner', ...own }, seed, began)
      const number = String(2026_001 + at)
      const events = await letStudy(db, { classId, userId, number }, learner, cards, span, seed)
      students.push({ userId, learner, number, events })
    }
    const room = { classId, teacherId, deckId: deck.id, cards, seenCards: (weeks - 4) * cardsAWeek }
    const exams = await giveExams(db, room, students, until, seed)
    const reviews = students.reduce((sum, { events }) => sum + events.length, 0)
    return { learners: students.length, reviews, password, code: code?.code, classId, ...exams }
  } finally {
    await db.$disconnect()
  }
}

/** Fills a database of its own with a simulated class, so that every screen of an instructor can be seen. */
export const demo: Command = {
  usage:
    'demo [--into FOLDER] [--seed TEXT] [--until 2026-11-30]: fills an empty data folder (default: DATA_DIR/demo) with an instructor, a class of 30 simulated learners, a marked exam and a quiz to sit',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { into: { type: 'string' }, seed: { type: 'string' }, until: { type: 'string' } },
    })
    const folder = resolve(values.into ?? join(dataFolder(), 'demo'))
    const until = values.until === undefined ? new Date() : new Date(`${values.until}T12:00:00Z`)
    if (Number.isNaN(until.getTime())) {
      console.error(`--until is "${values.until}"; write a date like 2026-11-30.`)
      return 2
    }
    if (!isEmpty(folder)) {
      console.error(`${folder} is not empty. Nothing was changed; name an empty or a new folder with --into.`)
      return 1
    }
    const deckFolder = join(contentFolder(), 'cs231n')
    if (!existsSync(deckFolder)) {
      console.error(`There is no ${deckFolder}. The demo uses the course that comes with Gradeck; unset CONTENT_DIR.`)
      return 1
    }
    const made = await fill(folder, deckFolder, values.seed ?? 'demo', until)
    console.log(`${folder}: ${made.learners} simulated learners with ${made.reviews} reviews. Nobody of them is real.`)
    console.log(`Serve it:   DATA_DIR=${folder} npm start`)
    console.log(`Instructor: ${addressOf('teacher')}   password: ${made.password}`)
    console.log(`Student:    ${addressOf('student')}   the same password`)
    console.log(`The class:  /classes/${made.classId}   code: ${made.code ?? 'none'}`)
    console.log(`A marked exam: /teach/exams/${made.midterm}   one to sit: /exams/${made.quiz}`)
    return 0
  },
}
