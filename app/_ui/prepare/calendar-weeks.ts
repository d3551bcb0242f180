import { cardsOfPart, type ExamOverview } from '@/lib/client/prepare/overlook-exam'

/** A day of the calendar. Minutes are whole. */
export type CalendarDay =
  | { readonly kind: 'blank'; readonly day: number }
  /** `kept`: at least nine tenths of the minutes promised. */
  | {
      readonly kind: 'past'
      readonly day: number
      readonly cards: number
      readonly minutes: number
      readonly kept: boolean
    }
  | { readonly kind: 'today' | 'coming'; readonly day: number; readonly cards: number; readonly minutes: number }
  | { readonly kind: 'exam'; readonly day: number }

const nearlyAll = 0.9
/** Study day 0 was a Thursday; weeks begin on Monday. */
const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7)

/** The weeks from the day preparing began to the exam. */
export const calendarWeeks = ({
  exam,
  today,
  past,
  plan,
  doneToday,
}: Pick<ExamOverview, 'exam' | 'today' | 'past' | 'plan' | 'doneToday'>): readonly (readonly CalendarDay[])[] => {
  const days = new Map<number, CalendarDay>()
  for (const { day, cards, minutes, promised } of past) {
    const kept = minutes >= nearlyAll * promised
    days.set(day, { kind: 'past', day, cards, minutes: Math.round(minutes), kept })
  }
  for (const planned of plan.days) {
    const { day, seconds } = planned
    const isToday = day === today
    const cards = cardsOfPart(planned).length + (isToday ? doneToday.cards : 0)
    const minutes = Math.round(seconds / 60 + (isToday ? doneToday.minutes : 0))
    days.set(day, { kind: isToday ? 'today' : 'coming', day, cards, minutes })
  }
  days.set(exam.day, { kind: 'exam', day: exam.day })
  const first = mondayOf(Math.min(...days.keys()))
  const weeks = Math.floor((mondayOf(exam.day) - first) / 7) + 1
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, i): CalendarDay => {
      const day = first + 7 * week + i
      return days.get(day) ?? { kind: 'blank', day }
    }),
  )
}
