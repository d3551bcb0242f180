import { type Part, privacyFloor, type WeekReport } from '@/lib/sync/class-report'
import type { StudentSummary } from './student-summary'

interface Group {
  right: number
  of: number
  students: number
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

  const add = (summary: StudentSummary): StudentTally => {
    const recalled = { right: 0, of: 0 }
    const week = { reviews: 0, ms: 0 }
    let lastDay: number | null = null
    const met = new Set<Week>()
    for (const [day, one] of summary.days) {
      lastDay = Math.max(lastDay ?? day, day)
      if (day > today - weekDays) {
        week.reviews += one.reviews
        week.ms += one.ms
      }
      recalled.right += one.recalled.right
      recalled.of += one.recalled.of
      const from = mondayOf(day)
      const inWeek = weeks.get(from) ?? { right: 0, of: 0, students: 0, reviews: 0 }
      weeks.set(from, inWeek)
      inWeek.right += one.recalled.right
      inWeek.of += one.recalled.of
      inWeek.reviews += one.reviews
      met.add(inWeek)
    }
    for (const inWeek of met) inWeek.students++
    const own = new Map<string, { right: number; of: number }>()
    for (const [card, { recalled: part }] of summary.cards) {
      const concept = conceptOf(card)
      if (concept === null || part.of === 0) continue
      const sum = own.get(concept) ?? { right: 0, of: 0 }
      own.set(concept, { right: sum.right + part.right, of: sum.of + part.of })
    }
    for (const [concept, part] of own) {
      const group = concepts.get(concept) ?? { right: 0, of: 0, students: 0 }
      concepts.set(concept, group)
      group.students++
      group.right += part.right
      group.of += part.of
    }
    reviews += summary.reviews
    return {
      reviews: summary.reviews,
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
