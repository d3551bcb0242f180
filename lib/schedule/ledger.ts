import { grades } from '@/lib/core/grade'
import type { CardId } from '@/lib/core/id'
import { newCardState } from './card-state'
import type { ReviewEvent } from './event'
import { step } from './replay'
import { schedulerOf } from './schedulers'
import { standing } from './standing'
import { studyDay } from './study-day'

/** Every review that stands, one row each in columns: a million of them are counted in milliseconds. A cache of the events. */
export interface Reviews {
  readonly length: number
  /** Place of the card in the ledger's list. */
  readonly card: Int32Array
  readonly day: Int32Array
  /** The learner's own hour, 0..23. */
  readonly hour: Uint8Array
  /** Place in `grades`. */
  readonly grade: Uint8Array
  readonly ms: Uint32Array
  /** Of `rowFlags`. */
  readonly flags: Uint8Array
  /** Chance of recall that was predicted; 0 where nothing was put to the test. */
  readonly predicted: Float32Array
  /** Place in the ledger's mistakes plus one; 0 is none. */
  readonly mistake: Uint16Array
}

export interface Ledger {
  readonly cards: readonly CardId[]
  readonly mistakes: readonly string[]
  readonly reviews: Reviews
}

export const rowFlags = {
  /** A long-term memory was put to the test: the first showing of a learned card on a study day. */
  tested: 1,
  /** The interval that ended here was at least `matureFrom` days. */
  mature: 2,
  /** The answer was marked wrong. */
  wrong: 4,
} as const

/** Where young ends and mature begins, days; the field's convention. */
const matureFrom = 21

export const emptyReviews = (length: number): Reviews => ({
  length,
  card: new Int32Array(length),
  day: new Int32Array(length),
  hour: new Uint8Array(length),
  grade: new Uint8Array(length),
  ms: new Uint32Array(length),
  flags: new Uint8Array(length),
  predicted: new Float32Array(length),
  mistake: new Uint16Array(length),
})

export const emptyLedger: Ledger = { cards: [], mistakes: [], reviews: emptyReviews(0) }

const mostMistakes = 65_000

/**
 * The ledger with the rows of these cards written anew from their whole histories; all others stay. Short steps and second
 * showings on a day say nothing about memory and are rows without a test.
 */
export const updateLedger = (ledger: Ledger, histories: ReadonlyMap<CardId, readonly ReviewEvent[]>): Ledger => {
  const stays = ledger.cards.map((id) => !histories.has(id))
  const old = ledger.reviews
  let kept = 0
  for (let row = 0; row < old.length; row++) if (stays[old.card[row] ?? 0]) kept++
  let added = 0
  for (const events of histories.values()) for (const event of events) if (event.kind === 'grade') added++

  const next = emptyReviews(kept + added)
  const places = new Map<number, number>()
  const cards: CardId[] = []
  let to = 0
  for (let row = 0; row < old.length; row++) {
    const from = old.card[row] ?? 0
    if (!stays[from]) continue
    let place = places.get(from)
    if (place === undefined) {
      place = cards.length
      cards.push(ledger.cards[from] as CardId)
      places.set(from, place)
    }
    copyRow(old, row, next, to++, place)
  }

  const mistakes = [...ledger.mistakes]
  const mistakePlaces = new Map(mistakes.map((name, place) => [name, place + 1]))
  const placeOf = (name: string): number => placeIn(mistakes, mistakePlaces, name)
  for (const [cardId, events] of histories) {
    const first = to
    to = writeCard(next, to, cards.length, cardId, events, placeOf)
    if (to > first) cards.push(cardId)
  }
  return { cards, mistakes, reviews: to === next.length ? next : firstRows(next, to) }
}

/** Place plus one; 0 once there are more names than a row can tell apart. */
const placeIn = (mistakes: string[], places: Map<string, number>, name: string): number => {
  const known = places.get(name)
  if (known !== undefined) return known
  if (mistakes.length >= mostMistakes) return 0
  mistakes.push(name)
  places.set(name, mistakes.length)
  return mistakes.length
}

const writeCard = (
  rows: Reviews,
  from: number,
  card: number,
  cardId: CardId,
  events: readonly ReviewEvent[],
  placeOf: (mistake: string) => number,
): number => {
  let row = from
  let before = newCardState(cardId)
  for (const event of standing(events).deeds) {
    if (event.kind === 'grade') {
      const { memory } = before
      const day = studyDay(event)
      const tested = memory.kind === 'review' && memory.lastDay < day
      const mature = tested && memory.intervalDays >= matureFrom
      rows.card[row] = card
      rows.day[row] = day
      rows.hour[row] = localHour(event.at + event.zoneOffset * 60_000)
      rows.grade[row] = grades.indexOf(event.grade)
      rows.ms[row] = event.durationMs
      rows.flags[row] =
        (tested ? rowFlags.tested : 0) |
        (mature ? rowFlags.mature : 0) |
        (event.verdict === 'wrong' ? rowFlags.wrong : 0)
      if (tested) {
        rows.predicted[row] = schedulerOf(event.algorithm, event.parameters, event.terms).retrievability(memory, day)
      }
      rows.mistake[row] = event.mistake === null ? 0 : placeOf(event.mistake)
      row++
    }
    before = step(before, event)
  }
  return row
}

const hour = 3_600_000
const localHour = (ms: number): number => Math.floor((((ms % (24 * hour)) + 24 * hour) % (24 * hour)) / hour)

const copyRow = (from: Reviews, row: number, to: Reviews, at: number, card: number): void => {
  to.card[at] = card
  to.day[at] = from.day[row] ?? 0
  to.hour[at] = from.hour[row] ?? 0
  to.grade[at] = from.grade[row] ?? 0
  to.ms[at] = from.ms[row] ?? 0
  to.flags[at] = from.flags[row] ?? 0
  to.predicted[at] = from.predicted[row] ?? 0
  to.mistake[at] = from.mistake[row] ?? 0
}

const firstRows = (rows: Reviews, length: number): Reviews => ({
  length,
  card: rows.card.slice(0, length),
  day: rows.day.slice(0, length),
  hour: rows.hour.slice(0, length),
  grade: rows.grade.slice(0, length),
  ms: rows.ms.slice(0, length),
  flags: rows.flags.slice(0, length),
  predicted: rows.predicted.slice(0, length),
  mistake: rows.mistake.slice(0, length),
})

/** One ledger of several that share no card. */
export const joinLedgers = (parts: readonly Ledger[]): Ledger => {
  const reviews = emptyReviews(parts.reduce((sum, part) => sum + part.reviews.length, 0))
  const cards: CardId[] = []
  const mistakes: string[] = []
  const places = new Map<string, number>()
  let to = 0
  for (const part of parts) {
    const own = [0, ...part.mistakes.map((name) => placeIn(mistakes, places, name))]
    for (let row = 0; row < part.reviews.length; row++, to++) {
      copyRow(part.reviews, row, reviews, to, cards.length + (part.reviews.card[row] ?? 0))
      reviews.mistake[to] = own[part.reviews.mistake[row] ?? 0] ?? 0
    }
    for (const card of part.cards) cards.push(card)
  }
  return { cards, mistakes, reviews }
}

/** The reviews of some cards only. */
export const reviewsOf = (ledger: Ledger, wanted: (id: CardId) => boolean): Reviews => {
  const stays = ledger.cards.map(wanted)
  const { reviews } = ledger
  if (stays.every(Boolean)) return reviews
  const found = emptyReviews(reviews.length)
  let to = 0
  for (let row = 0; row < reviews.length; row++) {
    const card = reviews.card[row] ?? 0
    if (stays[card]) copyRow(reviews, row, found, to++, card)
  }
  return firstRows(found, to)
}
