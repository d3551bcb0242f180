/** When an exam may be taken. All instants in ms since 1970, all lengths in ms. */
export interface ExamTimes {
  readonly opensAt: number
  /** Last instant an attempt may begin, and the latest end of one, extra time apart. */
  readonly dueAt: number
  /** Afterwards the exam is over for everybody: results may be shown. */
  readonly closesAt: number
  /** How long one attempt may take. */
  readonly durationMs: number
  /** Answers that reach the server so long after the deadline still count: they were typed before it. */
  readonly graceMs: number
}

/** What one person may have beyond the others. */
export interface Allowance {
  /** Times the duration, 1 or more. */
  readonly factor: number
  /** How long the clock may stand still in all, ms. */
  readonly breakMs: number
}

/** Extra time of everybody who carries a label in the class. */
export interface Accommodation extends Allowance {
  readonly label: string
}

export const noAllowance: Allowance = { factor: 1, breakMs: 0 }

/** Of several labels, the most generous part of each. */
export const allowanceOf = (labels: readonly string[], accommodations: readonly Accommodation[]): Allowance =>
  accommodations
    .filter(({ label }) => labels.includes(label))
    .reduce<Allowance>(
      (most, { factor, breakMs }) => ({
        factor: Math.max(most.factor, factor),
        breakMs: Math.max(most.breakMs, breakMs),
      }),
      noAllowance,
    )

/** Time one person has, breaks apart, ms. */
export const ownDuration = ({ durationMs }: ExamTimes, { factor }: Allowance): number => Math.round(durationMs * factor)

/** Latest end of one person's attempt: extra time also moves the due time. */
export const ownDue = (times: ExamTimes, allowance: Allowance): number =>
  times.dueAt + ownDuration(times, allowance) - times.durationMs + allowance.breakMs

/** `early` before it opens, `over` once nothing can be begun any more. */
export const startState = (times: ExamTimes, now: number): 'early' | 'open' | 'over' =>
  now < times.opensAt ? 'early' : now < times.dueAt ? 'open' : 'over'

/** A break, by the server's clock; `endedAt` is null while it lasts. */
export interface Break {
  readonly startedAt: number
  readonly endedAt: number | null
}

/** How long breaks have lasted by now, never more than allowed, ms. */
export const breakUsed = (breaks: readonly Break[], allowance: Allowance, now: number): number =>
  Math.min(
    allowance.breakMs,
    breaks.reduce((sum, { startedAt, endedAt }) => sum + Math.max(0, (endedAt ?? now) - startedAt), 0),
  )

/** The break that lasts now; null where none does. One that has used up the allowance is over, whether ended or not. */
export const breakNow = (breaks: readonly Break[], allowance: Allowance, now: number): Break | null =>
  breakUsed(breaks, allowance, now) >= allowance.breakMs
    ? null
    : (breaks.find(({ endedAt }) => endedAt === null) ?? null)

/**
 * Whether the paper is closed by a break: what was written before it may still be on its way for as long as the grace,
 * and counts; nothing after that does until the break is over.
 */
export const closedByBreak = (times: Pick<ExamTimes, 'graceMs'>, sitting: Sitting, now: number): boolean => {
  const running = breakNow(sitting.breaks, sitting.allowance, now)
  return running !== null && now > running.startedAt + times.graceMs
}

/** One person's attempt as far as time is concerned. */
export interface Sitting {
  readonly startedAt: number
  readonly allowance: Allowance
  readonly breaks: readonly Break[]
  /** Given by staff to this person alone, e.g. after a crash, ms. */
  readonly extraMs: number
}

/** When this person's time is up. While a break lasts it moves on with the clock, until the allowance is used. */
export const deadlineOf = (times: ExamTimes, sitting: Sitting, now: number): number => {
  const { startedAt, allowance, breaks, extraMs } = sitting
  const end = startedAt + ownDuration(times, allowance) + breakUsed(breaks, allowance, now)
  return Math.min(end, ownDue(times, allowance)) + extraMs
}

/** Whole seconds after the deadline, at least 1 where it was missed at all; 0 in time. */
export const lateSeconds = (deadline: number, receivedAt: number): number =>
  Math.max(0, Math.ceil((receivedAt - deadline) / 1000))
