import { type Decoder, flag, integer, list, literal, nullable, object, oneOf, tagged, text } from '@/lib/core/decode'
import { decodeExamGoal, decodeExamScore, type ExamGoal, type ExamScore } from './exam-goal'
import { decodePreset, type Preset } from './preset'

/** How much a day may ask: all, half, or nothing but steps already begun. */
export const loads = ['full', 'light', 'none'] as const
export type Load = (typeof loads)[number]

/** One choice about how to study. The latest choice about a thing counts, in the order (at, id) of all events. */
export type PlanChange =
  /** `deck` null means every deck without a preset of its own; a null preset goes back to that. */
  | { readonly about: 'preset'; readonly deck: string | null; readonly preset: Preset | null }
  /** Seven loads, Sunday first. */
  | { readonly about: 'weekdays'; readonly loads: readonly Load[] }
  /** One study day; null goes back to its weekday. */
  | { readonly about: 'day'; readonly day: number; readonly load: Load | null }
  /** Study days `from` to `to` away from the cards, both included; a null span calls the break off. */
  | {
      readonly about: 'break'
      readonly id: string
      readonly span: { readonly from: number; readonly to: number } | null
    }
  /** Work off a backlog in so many minutes a day; null goes back to the limits. */
  | { readonly about: 'catch-up'; readonly minutes: number | null }
  /** Name of the parameter set that grades are scheduled with. */
  | { readonly about: 'parameters'; readonly name: string }
  | { readonly about: 'balance'; readonly on: boolean }
  /** Hour at which the study day begins. */
  | { readonly about: 'day-start'; readonly hour: number }
  /** An exam to prepare for; a null goal gives it up. */
  | { readonly about: 'exam'; readonly id: string; readonly goal: ExamGoal | null }
  /** A score of an exam, or of a practice paper for it; null takes it away. */
  | { readonly about: 'exam-score'; readonly exam: string; readonly id: string; readonly score: ExamScore | null }

type About<A extends PlanChange['about']> = Extract<PlanChange, { about: A }>

/** Study days up to the year 2200. */
const day = integer(0, 84_000)

export const decodePlanChange: Decoder<PlanChange> = tagged<PlanChange>('about', {
  preset: object<About<'preset'>>({
    about: literal('preset'),
    deck: nullable(text(200)),
    preset: nullable(decodePreset),
  }),
  weekdays: object<About<'weekdays'>>({ about: literal('weekdays'), loads: list(oneOf(loads), 7) }),
  day: object<About<'day'>>({ about: literal('day'), day, load: nullable(oneOf(loads)) }),
  break: object<About<'break'>>({
    about: literal('break'),
    id: text(64),
    span: nullable(object<{ readonly from: number; readonly to: number }>({ from: day, to: day })),
  }),
  'catch-up': object<About<'catch-up'>>({ about: literal('catch-up'), minutes: nullable(integer(1, 600)) }),
  parameters: object<About<'parameters'>>({ about: literal('parameters'), name: text(80) }),
  balance: object<About<'balance'>>({ about: literal('balance'), on: flag }),
  'day-start': object<About<'day-start'>>({ about: literal('day-start'), hour: integer(0, 23) }),
  exam: object<About<'exam'>>({ about: literal('exam'), id: text(64), goal: nullable(decodeExamGoal) }),
  'exam-score': object<About<'exam-score'>>({
    about: literal('exam-score'),
    exam: text(64),
    id: text(64),
    score: nullable(decodeExamScore),
  }),
})
