import { type Part, privacyFloor, type WeekReport } from '@/lib/sync/class-report'
import type { Answer } from './answer'

interface Group {
  right: number
  of: number
  students: number
  last: number
}

interface Week extends Group {
  reviews: number
}

/** What one student did. */
export interface StudentTally {
  readonly reviews: number
  readonly week: { readonly reviews: number; readonly minutes: number }
  readonly lastDay: number | null
  readonly recalled: Part
}

/** Monday of a day's week; day 0 was a Thursday. */
export const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7)

const weekDays = 7

/** Counts what is kept in mind, by concept and by week, student by student. `conceptOf` names a card's main concept. */
export const makeProgressTally = (conceptOf: (card: string) => string | null, today: number) => {
  const concepts = new Map<string, Group>()
  const weeks = new Map<number, Week>()
  let reviews = 0

  const meet = (group: Group, student: number): void => {
    if (group.last === student) return
    group.last = student
    group.students++
  }

  const add = (student: number, answers: readonly Answer[]): StudentTally => {
    const recalled = { right: 0, of: 0 }
    const week = { reviews: 0, ms: 0 }
    let lastDay: number | null = null
    for (const { card, day, recall, right, durationMs } of answers) {
      reviews++
      lastDay = Math.max(lastDay ?? day, day)
      if (day > today - weekDays) {
        week.reviews++
        week.ms += durationMs
      }
      const from = mondayOf(day)
      const inWeek = weeks.get(from) ?? { right: 0, of: 0, students: 0, last: -1, reviews: 0 }
      weeks.set(from, inWeek)
      meet(inWeek, student)
      inWeek.reviews++
      if (!recall) continue
      const concept = conceptOf(card)
      const groups = [recalled, inWeek]
      if (concept !== null) {
        const group = concepts.get(concept) ?? { right: 0, of: 0, students: 0, last: -1 }
        concepts.set(concept, group)
        meet(group, student)
        groups.push(group)
      }
      for (const group of groups) {
        group.of++
        if (right) group.right++
      }
    }
    return {
      reviews: answers.length,
      week: { reviews: week.reviews, minutes: Math.round(week.ms / 60_000) },
      lastDay,
      recalled,
    }
  }

  return {
    add,
    reviews: () => reviews,
    /** How a concept is kept in mind; without a share below the floor. */
    concept: (concept: string): { readonly students: number; readonly recalled: Part | null } => {
      const { students = 0, right = 0, of = 0 } = concepts.get(concept) ?? {}
      return { students, recalled: students < privacyFloor ? null : { right, of } }
    },
    /** Weeks that enough students took part in, in order. */
    weeks: (): readonly WeekReport[] =>
      [...weeks]
        .filter(([, { students }]) => students >= privacyFloor)
        .sort(([a], [b]) => a - b)
        .map(([from, { students, reviews: count, right, of }]) => ({
          from,
          students,
          reviews: count,
          recalled: { right, of },
        })),
  }
}
