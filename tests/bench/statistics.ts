import { makeProgress } from '@/lib/client/progress'
import type { Bundle } from '@/lib/content/bundle'
import { grades } from '@/lib/core/grade'
import { asId, type CardId, type ConceptId, type DeckId, type DeviceId, type EventId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { emptyLedger, joinLedgers, type Ledger, updateLedger } from '@/lib/schedule/ledger'
import { defaultPlan } from '@/lib/schedule/plan'
import { step } from '@/lib/schedule/replay'
import { makeLibrary } from '@/lib/search/library'
import { parseSearch } from '@/lib/search/parse'
import type { Bench, Measurement } from './bench'

const cards = 100_000
const reviewsEach = 10
const decks = 200
const page = 2000
const day = 86_400_000
const start = Date.UTC(2024, 0, 1, 9)
const now = { at: start + 700 * day, zoneOffset: 60, dayStartsAt: 4 }

const rng = makeRng('statistics')
const cardId = (n: number) => asId<CardId>(`deck-${n % decks}/card-${n}`)

const historyOf = (n: number): readonly ReviewEvent[] => {
  let at = start + rng.integer(0, 200) * day + rng.integer(0, 10) * 3_600_000
  return Array.from({ length: reviewsEach }, (_, i): ReviewEvent => {
    at += (i < 2 ? 600_000 : 0) + rng.integer(i < 2 ? 0 : 1, 2 ** Math.min(i, 6)) * (i < 2 ? 1000 : day)
    return {
      kind: 'grade',
      id: asId<EventId>(`${n}-${i}`),
      deviceId: asId<DeviceId>('device'),
      cardId: cardId(n),
      revision: 'r',
      at,
      zoneOffset: 60,
      dayStartsAt: 4,
      grade: rng.integer(0, 9) === 0 ? 'again' : (grades[rng.integer(1, 3)] ?? 'good'),
      durationMs: rng.integer(1000, 30_000),
      suggested: null,
      given: null,
      answer: null,
      verdict: 'ungraded',
      mistake: rng.integer(0, 30) === 0 ? `mistake-${rng.integer(0, 40)}` : null,
      algorithm: 'fsrs-6',
      parameters: 'default',
    }
  })
}

const bundleOf = (deck: number): Bundle => ({
  format: 1,
  deck: asId<DeckId>(`deck-${deck}`),
  version: 'v',
  language: 'en',
  title: `Deck ${deck}`,
  author: '',
  licence: '',
  source: '',
  cards: Array.from({ length: cards / decks }, (_, i) => ({
    id: cardId(i * decks + deck),
    revision: 'r',
    type: 'basic',
    concepts: [asId<ConceptId>(`concept-${deck}-${i % 100}`)],
    practice: false,
    tags: [`tag-${i % 20}`],
    heading: [`Study ${deck % 12}`, `Section ${i % 40}`],
    section: null,
    content: { front: [{ kind: 'paragraph', children: [{ kind: 'text', text: `The gradient of layer ${i}` }] }] },
  })),
})

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** `cpu` is what the work took of the processor: on a busy machine the wall clock counts others' work too. */
const timed = async <T>(
  work: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly ms: number; readonly cpu: number }> => {
  const from = performance.now()
  const fromCpu = cpuMs()
  const value = await work()
  return { value, ms: performance.now() - from, cpu: cpuMs() - fromCpu }
}

/** Counting everything for the first time, a page of cards at a time; times the counting and not the making. */
const countAll = () => {
  const parts: Ledger[] = []
  const states = new Map<CardId, CardState>()
  let ms = 0
  for (let first = 0; first < cards; first += page) {
    const histories = new Map(
      Array.from({ length: page }, (_, i) => [cardId(first + i), historyOf(first + i)] as const),
    )
    const from = performance.now()
    parts.push(updateLedger(emptyLedger, histories))
    ms += performance.now() - from
    for (const [id, events] of histories) {
      const state = events.reduce(
        (before, event) => (event.kind === 'undo' ? before : step(before, event)),
        newCardState(id),
      )
      states.set(id, state)
    }
  }
  const from = performance.now()
  const ledger = joinLedgers(parts)
  return { ledger, states, ms: ms + performance.now() - from }
}

const searches = ['deck:deck-7', 'gradient -is:new', 'rated:30:1 or prop:r<0.8', 'mistake:mistake-1* prop:s>10']

/** What the Progress page computes for one learner with 100,000 cards and 1,000,000 reviews. */
export const statistics: Bench = {
  name: 'statistics',
  measure: async () => {
    const { ledger, states, ms: first } = countAll()
    const bundles = Array.from({ length: decks }, (_, deck) => bundleOf(deck))
    const of = `${cards} cards, ${ledger.reviews.length} reviews`
    const runs: number[] = []
    const libraries: number[] = []
    const cpus: number[] = []
    for (let i = 0; i < 5; i++) {
      const made = await timed(() => makeLibrary({ bundles, states, ledger, plan: defaultPlan, now }))
      const model = await timed(() => makeProgress(made.value, { kind: 'all' }, async () => undefined))
      libraries.push(made.ms)
      runs.push(made.ms + model.ms)
      cpus.push(made.cpu + model.cpu)
    }
    const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
    const library = makeLibrary({ bundles, states, ledger, plan: defaultPlan, now })
    const filtered: Measurement[] = []
    for (const text of searches) {
      const { ms } = await timed(() => makeProgress(library, parseSearch(text).query, async () => undefined))
      filtered.push({ what: `models over "${text}"`, value: { number: ms, unit: 'ms' }, bar: 1000 })
    }
    const touched = new Map(Array.from({ length: 200 }, (_, n) => [cardId(n), historyOf(n)] as const))
    const renewed = await timed(() => updateLedger(ledger, touched))
    return [
      { what: `every model of the page, first of 5, ${of}`, value: { number: runs[0] ?? 0, unit: 'ms' }, bar: 1000 },
      { what: 'every model of the page, median of 5', value: { number: middle(runs), unit: 'ms' }, bar: 1000 },
      { what: 'processor time of the first', value: { number: cpus[0] ?? 0, unit: 'ms' }, bar: null },
      { what: 'processor time, median of 5', value: { number: middle(cpus), unit: 'ms' }, bar: null },
      { what: 'of it the cards and their recall', value: { number: middle(libraries), unit: 'ms' }, bar: null },
      ...filtered,
      { what: 'after a day of 200 cards: counted again', value: { number: renewed.ms, unit: 'ms' }, bar: 1000 },
      { what: 'once on a device: every review counted', value: { number: first, unit: 'ms' }, bar: null },
    ]
  },
}
