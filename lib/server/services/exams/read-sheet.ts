import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { ok, type Result, refuse } from '@/lib/core/result'
import { nextPlace, openSlots } from '@/lib/exam/lock-points'
import type { Sheet } from '@/lib/exam/protocol/attempt'
import { isNewer } from '@/lib/exam/saved-answers'
import { breakUsed } from '@/lib/exam/times'
import type { Database } from '../../db/client'
import { answerRowsOf, answersOf } from './answer-rows'
import { livePoints } from './live-points'
import { type Print, printOf } from './print'
import { readBreaks, readFlagged, readPaper, readReceipt, readSitting, standOf } from './sitting'
import { type OwnAttempt, ownAttempt } from './start-attempt'
import { withinTraffic } from './traffic'

/** A question's JSON text in the wanted language, or in the other where only that is there. */
const questionText = (print: Print, item: string, form: number, language: Language): string => {
  const texts = print.questions.get(`${item}/${form}`)
  return texts?.[language] ?? texts?.en ?? texts?.zh ?? 'null'
}

/**
 * The sheet as JSON text. Questions were written as JSON when they were frozen and are put in as they are: a thousand of
 * these are wanted within seconds. Nothing of a question is sent while a break lasts, or once the
 * attempt is finished.
 */
export const sheetText = async (
  db: Database,
  { exam, terms, attempt, fresh }: OwnAttempt,
  language: Language,
  now: Date,
): Promise<string> => {
  const print = await printOf(db, exam)
  const stand = standOf(attempt, terms, now)
  const sitting = readSitting(attempt)
  const breaks = readBreaks(attempt)
  const paper = readPaper(attempt)
  const { onBreak } = stand
  const shown = new Set(stand.finished || onBreak ? [] : openSlots(paper, print.locks, attempt.place))
  const { counted, late } = answersOf(fresh ? [] : await answerRowsOf(db, attempt.id))
  const newest = new Map([...counted, ...[...late].filter(([slot, one]) => isNewer(one, counted.get(slot)))])
  const frame: Omit<Sheet, 'slots'> = {
    exam: exam.id,
    attempt: attempt.id,
    title: terms.title,
    zone: terms.zone,
    now: now.getTime(),
    deadline: stand.deadline,
    graceMs: terms.graceSeconds * 1000,
    breakLeftMs: sitting.allowance.breakMs - breakUsed(breaks, sitting.allowance, now.getTime()),
    onBreak,
    finished: stand.finished,
    receipt: readReceipt(attempt),
    parts: print.titles.map((title, zone) => ({ title, locked: print.locks[zone] ?? false })),
    place: attempt.place,
    nextPlace: nextPlace(print.locks, attempt.place),
    flagged: readFlagged(attempt),
    live: terms.liveScore && !stand.finished ? await livePoints(db, exam, terms, attempt, print.locks) : null,
    answers: [...newest.values()].map(({ slot, rev, answer, spentMs }) => ({ slot, rev, answer, spentMs })),
  }
  const slots = paper.map((slot) => {
    const head = { slot: slot.slot, zone: slot.zone, points: print.points.get(slot.item) ?? 0 }
    const text = JSON.stringify(head)
    return shown.has(slot)
      ? `${text.slice(0, -1)},"question":${questionText(print, slot.item, slot.form, language)}}`
      : text
  })
  return `${JSON.stringify(frame).slice(0, -1)},"slots":[${slots.join(',')}]}`
}

/** A student's own attempt as it stands: to go on after a crash, on this device or another. */
export const readSheet = async (
  db: Database,
  userId: UserId,
  examId: string,
  language: Language,
  now: Date,
): Promise<Result<string, 'not-found' | 'too-many'>> => {
  const own = await ownAttempt(db, userId, examId)
  if (!own.ok) return own
  if (!(await withinTraffic(db, own.value.attempt.id, now))) return refuse('too-many')
  return ok(await sheetText(db, own.value, language, now))
}
