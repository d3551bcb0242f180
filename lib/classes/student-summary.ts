import type { Part } from '@/lib/sync/class-report'
import type { Answer } from './answer'

/** Right ones, and all. */
interface Count {
  right: number
  of: number
}

interface DaySummary {
  readonly reviews: number
  readonly ms: number
  /** Of what came back on a later day. */
  readonly recalled: Part
}

/** What one student did with one card. */
export interface CardSummary {
  readonly all: Part
  /** Whether the first answer was right; null where it is not among these. */
  readonly first: boolean | null
  readonly seconds: readonly number[]
  readonly recalled: Part
  /** How often each named mistake was made. */
  readonly mistakes: ReadonlyMap<string, number>
  readonly variants: ReadonlyMap<string, Part>
}

/** One student's answers as far as a class's report asks: small enough to be kept while nothing is added to them. */
export interface StudentSummary {
  readonly reviews: number
  readonly days: ReadonlyMap<number, DaySummary>
  readonly cards: ReadonlyMap<string, CardSummary>
}

const countIn = (count: Count, right: boolean): void => {
  count.of++
  if (right) count.right++
}

const madeIn = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

const nothing = (): Count => ({ right: 0, of: 0 })

const newCard = () => ({
  all: nothing(),
  first: null as boolean | null,
  seconds: [] as number[],
  recalled: nothing(),
  mistakes: new Map<string, number>(),
  variants: new Map<string, Count>(),
})

/** Sums one student's answers up. */
export const summarise = (answers: readonly Answer[]): StudentSummary => {
  const days = new Map<number, { reviews: number; ms: number; recalled: Count }>()
  const cards = new Map<string, ReturnType<typeof newCard>>()
  for (const { card, day, recall, right, first, durationMs, mistake, variant } of answers) {
    const onDay = madeIn(days, day, () => ({ reviews: 0, ms: 0, recalled: nothing() }))
    const own = madeIn(cards, card, newCard)
    onDay.reviews++
    onDay.ms += durationMs
    countIn(own.all, right)
    own.seconds.push(durationMs / 1000)
    if (first) own.first = right
    if (mistake !== null) own.mistakes.set(mistake, (own.mistakes.get(mistake) ?? 0) + 1)
    if (variant !== null) countIn(madeIn(own.variants, variant, nothing), right)
    if (!recall) continue
    countIn(onDay.recalled, right)
    countIn(own.recalled, right)
  }
  return { reviews: answers.length, days, cards }
}
