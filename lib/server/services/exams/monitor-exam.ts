import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result } from '@/lib/core/result'
import { seenNow } from '@/lib/exam/feedback'
import type { MonitoredAttempt } from '@/lib/exam/protocol/staff'
import { isNewer } from '@/lib/exam/saved-answers'
import { lateSeconds } from '@/lib/exam/times'
import type { Database } from '../../db/client'
import { personName } from '../person-name'
import { answersOf } from './answer-rows'
import { isExamOver } from './exam-over'
import { examOfStaff } from './find-exam'
import { markSettled } from './mark-attempts'
import { readPaper, standOf } from './sitting'
import { readTerms } from './terms'

const readAttempts = (db: Database, examId: string) =>
  db.examAttempt.findMany({
    where: { examId },
    include: {
      result: true,
      answers: {
        select: { slot: true, rev: true, device: true, receivedAt: true, late: true, spentMs: true, answer: true },
      },
    },
  })

type Row = Awaited<ReturnType<typeof readAttempts>>[number]
type Progress = Omit<MonitoredAttempt, 'name' | 'number' | 'label' | 'sameDevice' | 'asks'>

const notBegun: Progress = {
  attempt: null,
  startedAt: null,
  deadline: null,
  answered: 0,
  of: 0,
  lastSeenAt: null,
  handedInAt: null,
  finished: false,
  onBreak: false,
  devices: 0,
  late: null,
  lateAccepted: false,
  told: 'none',
  points: null,
  outOf: null,
}

const progressOf = (row: Row, terms: ReturnType<typeof readTerms>, over: boolean, now: Date): Progress => {
  const { deadline, finished, onBreak } = standOf(row, terms, now)
  const { counted, late } = answersOf(row.answers)
  const newer = [...late].filter(([slot, answer]) => isNewer(answer, counted.get(slot))).map(([, answer]) => answer)
  const seen = row.answers.map(({ receivedAt }) => receivedAt.getTime())
  return {
    attempt: row.id,
    startedAt: row.startedAt.getTime(),
    deadline,
    answered: counted.size,
    of: readPaper(row).length,
    lastSeenAt: seen.length === 0 ? null : Math.max(...seen),
    handedInAt: row.handedInAt?.getTime() ?? null,
    finished,
    onBreak,
    devices: new Set(row.answers.map(({ device }) => device)).size,
    late:
      newer.length === 0
        ? null
        : {
            answers: newer.length,
            seconds: lateSeconds(deadline, Math.max(...newer.map(({ receivedAt }) => receivedAt))),
          },
    lateAccepted: row.lateAccepted,
    told: seenNow(terms.feedback, { finished, over, now: now.getTime() }),
    points: row.result?.points ?? null,
    outOf: row.result?.outOf ?? null,
  }
}

/** Students by the devices they answered or asked from. */
const usersOfDevices = (
  attempts: readonly Row[],
  admissions: readonly { readonly userId: string; readonly device: string }[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const byDevice = new Map<string, Set<string>>()
  const used = [
    ...attempts.flatMap(({ userId, answers }) => answers.map(({ device }) => ({ userId, device }))),
    ...admissions.filter(({ device }) => device !== ''),
  ]
  for (const { userId, device } of used) byDevice.set(device, (byDevice.get(device) ?? new Set()).add(userId))
  return byDevice
}

/**
 * Everybody who may take the exam or has, with how far they are; whoever is finished has been marked by then. Somebody who
 * has left the class since stays in the list as long as their attempt is there. Who used one device stands beside each other
 * by name, and whoever asks to be let in comes first.
 */
export const monitorExam = async (
  db: Database,
  userId: UserId,
  examId: string,
  now: Date,
): Promise<Result<readonly MonitoredAttempt[], 'not-found' | 'class-role'>> => {
  const found = await examOfStaff(db, userId, examId, { studentData: 'viewer' })
  if (!found.ok) return found
  const { exam } = found.value
  const terms = readTerms(exam.terms)
  await markSettled(db, examId, now)
  const over = await isExamOver(db, examId, terms, now)
  const [members, attempts, admissions] = await Promise.all([
    db.classMember.findMany({
      where: { classId: exam.classId },
      select: {
        userId: true,
        student: true,
        listedName: true,
        number: true,
        label: true,
        user: { select: { name: true, email: true, kind: true } },
      },
    }),
    readAttempts(db, examId),
    db.examAdmission.findMany({ where: { examId } }),
  ])
  const nameOf = ({ listedName, user }: (typeof members)[number]) => listedName || personName(user)
  const names = new Map(members.map((member) => [member.userId, nameOf(member)]))
  const byDevice = [...usersOfDevices(attempts, admissions).values()]
  const waiting = new Map(admissions.filter(({ admittedAt }) => admittedAt === null).map((one) => [one.userId, one]))
  const byUser = new Map(attempts.map((attempt) => [attempt.userId, attempt]))
  const listed = members.flatMap((member): readonly MonitoredAttempt[] => {
    const row = byUser.get(member.userId)
    if (row === undefined && member.student !== 'learning') return []
    const { userId: student, number, label, user } = member
    const asked = waiting.get(student)
    const others = byDevice.filter((users) => users.has(student)).flatMap((users) => [...users])
    return [
      {
        name: nameOf(member),
        number,
        label,
        sameDevice: [...new Set(others)].filter((one) => one !== student).map((one) => names.get(one) ?? ''),
        asks:
          row !== undefined || asked === undefined
            ? null
            : { student, at: asked.askedAt.getTime(), guest: user.kind === 'guest' },
        ...(row === undefined ? notBegun : progressOf(row, terms, over, now)),
      },
    ]
  })
  const first = ({ asks }: MonitoredAttempt) => (asks === null ? 1 : 0)
  return ok(listed.sort((a, b) => first(a) - first(b) || (a.name === b.name ? 0 : a.name < b.name ? -1 : 1)))
}
