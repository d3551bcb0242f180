/** When and where something happened, as the learner lived it. */
export interface Moment {
  /** ms since 1970. */
  readonly at: number
  /** Minutes east of UTC. */
  readonly zoneOffset: number
  /** Hour at which the learner's study day begins, 0..23. */
  readonly dayStartsAt: number
}

const hour = 3_600_000
const day = 24 * hour

/** The learner's clock pretending to be UTC, moved so that midnight is the roll-over: its calendar day is the study day. */
const studyClock = (moment: Moment): number => moment.at + moment.zoneOffset * 60_000 - moment.dayStartsAt * hour

/** Number of the study day, whole days since 1970; two moments of one learner differ by the days they would count. */
export const studyDay = (moment: Moment): number => Math.floor(studyClock(moment) / day)

/** The instant (ms) at which the study day `number` begins where `moment` is. */
export const startOfStudyDay = (number: number, moment: Moment): number =>
  number * day - moment.zoneOffset * 60_000 + moment.dayStartsAt * hour

/** The calendar date of a study day as `2026-11-23`: the date on which it begins. */
export const dateOfStudyDay = (number: number): string => new Date(number * day).toISOString().slice(0, 10)
