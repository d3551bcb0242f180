/** How a simulated learner studies. Every number is a choice of ours, none is measured. */
export interface Habit {
  readonly name: 'steady' | 'weekends' | 'before-class' | 'fading' | 'late'
  /** Chance of studying on a day, Sunday first. */
  readonly weekdays: readonly number[]
  /** Days after the class began before the first review. */
  readonly starts: number
  /** Days after the class began of the last review; null for whoever keeps on. */
  readonly stops: number | null
  /** New cards on a day of study, at most. */
  readonly newCards: number
  /** Reviews on a day of study, at most. */
  readonly reviews: number
}

const every = (chance: number): readonly number[] => Array<number>(7).fill(chance)

export const steady: Habit = {
  name: 'steady',
  weekdays: every(0.92),
  starts: 0,
  stops: null,
  newCards: 4,
  reviews: 60,
}

export const others: readonly Habit[] = [
  {
    name: 'weekends',
    weekdays: [0.95, 0.1, 0.1, 0.1, 0.1, 0.3, 0.9],
    starts: 1,
    stops: null,
    newCards: 11,
    reviews: 90,
  },
  {
    name: 'before-class',
    weekdays: [0.1, 0.95, 0.9, 0.15, 0.1, 0.1, 0.1],
    starts: 2,
    stops: null,
    newCards: 10,
    reviews: 80,
  },
  { name: 'fading', weekdays: every(0.8), starts: 0, stops: 40, newCards: 6, reviews: 60 },
  { name: 'late', weekdays: every(0.85), starts: 35, stops: null, newCards: 5, reviews: 60 },
]
