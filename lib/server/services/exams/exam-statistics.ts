import 'server-only'
import type { MarkingKey } from '@/lib/cards/marking/key'
import type { UserId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { ok, type Result } from '@/lib/core/result'
import type { ExamQuestionListing, ExamStatistics, StandingCorrection } from '@/lib/exam/protocol/staff'
import { revealInput } from '@/lib/exam/sheet/disguise'
import type { ExamQuestion, PartNames } from '@/lib/exam/sheet/question'
import { type ItemResult, itemStatistics } from '@/lib/exam/statistics'
import type { Database } from '../../db/client'
import { mayIn } from '../classes/access'
import { personName } from '../person-name'
import { examOfStaff } from './find-exam'
import { markSettled } from './mark-attempts'
import { standingCorrections } from './marker'
import { questionWords } from './question-text'

/** The frozen questions of an exam, told in the wanted language where they have one. */
const frozenQuestions = async (
  db: Database,
  examId: string,
  language: Language,
  withKeys: boolean,
): Promise<readonly ExamQuestionListing[]> => {
  const items = await db.examItem.findMany({ where: { examId }, include: { forms: { orderBy: { form: 'asc' } } } })
  return items
    .map(({ item, cardId, type, points, open, forms }) => {
      const texts = JSON.parse(forms[0]?.questions ?? '{}') as { readonly [L in Language]?: ExamQuestion }
      const shown = texts[language] ?? texts.en ?? texts.zh
      const listing = { item, card: cardId, type, text: questionWords(shown?.blocks ?? []), points, open }
      if (!withKeys || shown === undefined) return { ...listing, keys: [], input: null }
      return {
        ...listing,
        keys: forms.map(({ form, key }) => ({ form, key: JSON.parse(key) as MarkingKey })),
        input: revealInput(JSON.parse(forms[0]?.names ?? '{}') as PartNames, shown.input),
      }
    })
    .sort((a, b) => Number(a.item.slice(1)) - Number(b.item.slice(1)))
}

/** How each question was answered by everybody who is finished. */
export const examStatistics = async (
  db: Database,
  userId: UserId,
  examId: string,
  language: Language,
  now: Date,
): Promise<Result<ExamStatistics, 'not-found' | 'class-role'>> => {
  const found = await examOfStaff(db, userId, examId, { studentData: 'viewer' })
  if (!found.ok) return found
  await markSettled(db, examId, now)
  const [questions, marks, results, times] = await Promise.all([
    frozenQuestions(db, examId, language, mayIn(found.value.access, { studentData: 'editor' })),
    db.examMark.findMany({ where: { examId } }),
    db.examResult.findMany({ where: { examId } }),
    db.examAnswer.findMany({ where: { examId, late: false }, select: { attemptId: true, slot: true, spentMs: true } }),
  ])
  const spent = new Map(times.map(({ attemptId, slot, spentMs }) => [`${attemptId} ${slot}`, spentMs]))
  const totals = new Map(results.map((one) => [one.attemptId, one]))
  const byItem = new Map<string, (typeof marks)[number][]>()
  for (const mark of marks) {
    const own = byItem.get(mark.item)
    if (own === undefined) byItem.set(mark.item, [mark])
    else own.push(mark)
  }
  const shares = results.map(({ points, outOf }) => (outOf === 0 ? 0 : points / outOf))
  return ok({
    marked: results.length,
    meanShare: shares.length === 0 ? 0 : shares.reduce((sum, x) => sum + x, 0) / shares.length,
    items: questions.map((question) => {
      const own = byItem.get(question.item) ?? []
      const ofAttempt = new Map(own.map((mark) => [mark.attemptId, mark]))
      const restOf = (attempt: string): number => {
        const [total, mark] = [totals.get(attempt), ofAttempt.get(attempt)]
        if (total === undefined || mark === undefined) return 0
        const outOf = total.outOf - mark.outOf
        return outOf <= 0 ? 0 : (total.points - mark.points) / outOf
      }
      const answers = own.map(
        ({ attemptId, slot, form, score, mistake }): ItemResult => ({
          attempt: attemptId,
          form,
          score,
          spentMs: spent.get(`${attemptId} ${slot}`) ?? 0,
          mistake,
        }),
      )
      return { ...question, statistics: own.length === 0 ? null : itemStatistics(question.item, answers, restOf) }
    }),
  })
}

/** Changes of marking that stand, the latest last. */
export const listCorrectionsOf = async (
  db: Database,
  userId: UserId,
  examId: string,
): Promise<Result<readonly StandingCorrection[], 'not-found' | 'class-role'>> => {
  const found = await examOfStaff(db, userId, examId, { studentData: 'viewer' })
  if (!found.ok) return found
  const rows = await db.examCorrection.findMany({ where: { examId, undoneAt: null } })
  const people = await db.user.findMany({
    where: { id: { in: rows.map((row) => row.userId) } },
    select: { id: true, name: true, email: true },
  })
  const name = new Map(people.map((one) => [one.id, personName(one)]))
  const about = new Map(rows.map((row) => [row.id, row]))
  return ok(
    (await standingCorrections(db, examId)).map((correction) => ({
      ...correction,
      at: about.get(correction.id)?.at.getTime() ?? 0,
      by: name.get(about.get(correction.id)?.userId ?? '') ?? '',
    })),
  )
}
