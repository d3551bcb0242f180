import 'server-only'
import { cardFaceNamed } from '@/lib/cards/faces'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { ExamSetup } from '@/lib/exam/setup'
import { type SetupFault, setupFaults } from '@/lib/exam/setup-faults'
import { type ExamForm, makeForms } from '@/lib/exam/sheet/make-forms'
import { breathe } from '../../breathe'
import { type Database, dialectOf, inTransaction } from '../../db/client'
import { writeRows } from '../../db/rows'
import { inTurn } from '../../one-at-a-time'
import { isZone } from '../../reminders/zone'
import { type ChosenCard, chosenCards } from './chosen-cards'
import { examOfStaff } from './find-exam'
import { readSetup } from './terms'

/** Why a chosen card cannot be asked. */
export interface CardFault {
  readonly card: string
  readonly why: 'gone' | 'unmarkable'
}

export type ExamPublication =
  | { readonly kind: 'published'; readonly revision: number; readonly warnings: readonly SetupFault[] }
  | { readonly kind: 'refused'; readonly faults: readonly SetupFault[]; readonly cards: readonly CardFault[] }

interface FrozenItem {
  readonly item: string
  readonly zone: number
  readonly points: number
  readonly difficulty: number
  readonly chosen: ChosenCard
  readonly forms: readonly ExamForm[]
}

/** Freezes every chosen card, or says which cannot be. Between two of thousands everybody else has their turn. */
const freezeItems = async (
  setup: ExamSetup,
  secret: string,
  cards: ReadonlyMap<string, ChosenCard>,
): Promise<{ readonly items: readonly FrozenItem[]; readonly faults: readonly CardFault[] }> => {
  const items: FrozenItem[] = []
  const faults: CardFault[] = []
  for (const [zone, { points, items: wanted }] of setup.zones.entries())
    for (const { card, difficulty } of wanted) {
      await breathe()
      const item = `q${items.length + faults.length + 1}`
      const chosen = cards.get(card)
      const face = chosen === undefined ? null : await cardFaceNamed(chosen.card.type)?.open()
      const forms =
        chosen === undefined || !face ? null : makeForms(face, chosen.contents, `${secret}/${item}`, setup.forms)
      if (chosen === undefined) faults.push({ card, why: 'gone' })
      else if (forms === null) faults.push({ card, why: 'unmarkable' })
      else items.push({ item, zone, points, difficulty, chosen, forms })
    }
  return { items, faults }
}

/** Freezes the cards of a setup as its author may read them, one exam after the other: many at once would be everybody's wait. */
export const freezeChosen = (db: Database, userId: UserId, setup: ExamSetup, secret: string) =>
  inTurn('freeze', userId, async () => {
    const wanted = setup.zones.flatMap(({ items }) => items.map(({ card }) => card))
    return freezeItems(setup, secret, await chosenCards(db, userId, wanted))
  })

const itemRow = (examId: string, { item, zone, points, difficulty, chosen }: FrozenItem) => ({
  examId,
  item,
  zone,
  points,
  difficulty,
  deckId: chosen.deckId,
  cardId: chosen.card.id,
  revision: chosen.card.revision,
  type: chosen.card.type,
  concepts: JSON.stringify(chosen.card.concepts.map((concept) => `${chosen.deckId}/${concept}`)),
  open: chosen.open,
  contents: JSON.stringify(chosen.contents),
})

const formRow = (examId: string, item: string, form: number, { seed, key, names, questions }: ExamForm) => ({
  examId,
  item,
  form,
  seed,
  key: JSON.stringify(key),
  names: JSON.stringify(names),
  questions: JSON.stringify(questions),
})

/**
 * Publishes a draft as it was read: every question is frozen with its showings and keys, so that nothing an author or a
 * deck does later changes an exam that is being taken.
 */
export const publishExam = async (
  db: Database,
  userId: UserId,
  examId: string,
  base: number,
  now: Date,
): Promise<Result<ExamPublication, 'not-found' | 'class-role' | 'stale' | 'exam-published'>> => {
  const found = await examOfStaff(db, userId, examId, { content: 'editor' })
  if (!found.ok) return found
  const { exam } = found.value
  if (exam.state === 'published') return refuse('exam-published')
  if (exam.revision !== base) return refuse('stale')
  const setup = readSetup(exam)
  const faults = setupFaults(setup, isZone)
  const frozen = await freezeChosen(db, userId, setup, exam.secret)
  if (faults.some(({ severity }) => severity === 'error') || frozen.faults.length > 0)
    return ok({ kind: 'refused', faults, cards: frozen.faults })
  return inTransaction(db, async (tx) => {
    const { count } = await tx.exam.updateMany({
      where: { id: examId, revision: base, state: 'draft' },
      data: { state: 'published', publishedAt: now, revision: { increment: 1 } },
    })
    if (count === 0) return refuse('stale')
    await writeRows(
      tx,
      'ExamItem',
      frozen.items.map((one) => itemRow(examId, one)),
    )
    await writeRows(
      tx,
      'ExamForm',
      frozen.items.flatMap(({ item, forms }) => forms.map((form, index) => formRow(examId, item, index, form))),
    )
    return ok({ kind: 'published', revision: base + 1, warnings: faults })
  })
}

/** Takes a published exam back into a draft, as long as nobody has begun. */
export const withdrawExam = (
  db: Database,
  userId: UserId,
  examId: string,
): Promise<Result<number, 'not-found' | 'class-role' | 'exam-begun'>> =>
  inTransaction(db, async (tx) => {
    const found = await examOfStaff(tx, userId, examId, { content: 'editor' })
    if (!found.ok) return found
    // Whoever begins refers to this row: they come before this, and are counted, or after, and see a draft.
    if (dialectOf(db) === 'postgresql') await tx.$queryRaw`SELECT 1 FROM "Exam" WHERE "id" = ${examId} FOR UPDATE`
    const { revision } = await tx.exam.update({
      where: { id: examId },
      data: { state: 'draft', publishedAt: null, revision: { increment: 1 } },
    })
    if ((await tx.examAttempt.count({ where: { examId } })) > 0) throw new BegunError()
    await tx.examItem.deleteMany({ where: { examId } })
    return ok(revision)
  }).catch((error: unknown) => {
    if (error instanceof BegunError) return refuse('exam-begun')
    throw error
  })

/** Undoes the transaction. */
class BegunError extends Error {}
