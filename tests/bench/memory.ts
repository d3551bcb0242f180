import { createEmptyCard, type Grade as FsrsGrade, fsrs, GenSeedStrategyWithCardId, StrategyMode } from 'ts-fsrs'
import { grades } from '@/lib/core/grade'
import { asId, type ConceptId, type DeckId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { itemsOf, splitByTime } from '@/lib/schedule/fit/split'
import { trialsOf } from '@/lib/schedule/fit/trials'
import { defaultPlan } from '@/lib/schedule/plan'
import { buildQueue, type QueueCard } from '@/lib/schedule/queue'
import { fold } from '@/lib/schedule/replay'
import { defaultScheduler } from '@/lib/schedule/schedulers'
import { play } from '@/lib/schedule/simulate'
import { fitHistories } from '@/lib/server/fit/fit-histories'
import { openOptimizer } from '@/lib/server/fit/optimizer'
import { byCard } from '@/lib/sync/by-card'
import { oddWeights, simulatedEvents } from '../lib/schedule/simulated-learner'
import type { Bench } from './bench'

const dayMs = 86_400_000
const rounds = 5

const timed = <T>(work: () => T): { readonly ms: number; readonly value: T } => {
  const start = performance.now()
  const value = work()
  return { ms: performance.now() - start, value }
}
const best = (work: () => unknown): number => Math.min(...Array.from({ length: rounds }, () => timed(work).ms))

/** What ts-fsrs alone takes for the same grades: its own `next`, card by card, fuzz seeded by card as an application needs. */
const bare = (histories: readonly (readonly ReviewEvent[])[]) => {
  const engine = fsrs({ enable_fuzz: true }).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('cardId'))
  for (const history of histories) {
    let card = { ...createEmptyCard(new Date(0)), cardId: history[0]?.cardId }
    for (const event of history) {
      if (event.kind !== 'grade') continue
      const rating = (grades.indexOf(event.grade) + 1) as FsrsGrade
      card = { ...engine.next(card, new Date(event.at), rating).card, cardId: event.cardId }
    }
  }
}

/** The fold beside a bare ts-fsrs loop, the fit beside the optimiser's own time, and what a page waits for. */
export const memory: Bench = {
  name: 'memory',
  measure: async () => {
    const events = simulatedEvents(oddWeights, 20_000, 10, 1)
    const histories = [...byCard(events).values()]
    bare(histories.slice(0, 500))
    fold(events.slice(0, 5000))
    const bareMs = best(() => bare(histories))
    const foldMs = best(() => fold(events))
    const states = fold(events)

    const cards: readonly QueueCard[] = [...states.keys()].map((id, i) => ({
      id,
      deck: asId<DeckId>('deck'),
      concept: asId<ConceptId>(`concept-${i >> 2}`),
      practice: false,
    }))
    const now = { at: Date.UTC(2028, 0, 1), zoneOffset: 0, dayStartsAt: 4 }
    const queueMs = best(() => buildQueue(cards, states, now, defaultPlan, 25_000))
    const catchUp = { ...defaultPlan, catchUp: 20 }
    const backlogMs = best(() => buildQueue(cards, states, now, catchUp, 25_000))
    const scene = { states: [...states.values()].slice(0, 2000), unseen: 500, newCards: 20, reviews: 200, days: 180 }
    const playMs = best(() => play({ ...scene, today: Math.floor(now.at / dayMs), pace: 25_000 }, defaultScheduler))

    const trials = histories.map(trialsOf)
    const order = { histories: trials, total: events.length, current: 'default', relearningSteps: 1 }
    const optimizer = await openOptimizer()
    if (!optimizer) throw new Error('There is no optimiser for this machine.')
    const startFit = performance.now()
    const answer = await fitHistories({ ...order, histories: histories.map(trialsOf) })
    const fitMs = performance.now() - startFit
    const startOwn = performance.now()
    const { past, future } = splitByTime(itemsOf(trials))
    const splitMs = performance.now() - startOwn
    const startBinding = performance.now()
    const learned = optimizer.load(past)
    await optimizer.fit(learned, 1)
    if (answer.kind === 'better') await optimizer.fit({ items: [...learned.items, ...optimizer.load(future).items] }, 1)
    const bindingMs = performance.now() - startBinding
    const ms = (number: number) => ({ number, unit: 'ms' })
    const count = events.length.toLocaleString('en')
    return [
      {
        what: `fold of ${count} reviews, times a bare ts-fsrs loop`,
        value: { number: foldMs / bareMs, unit: 'x' },
        bar: 1.3,
      },
      { what: `fold of ${count} reviews`, value: ms(foldMs), bar: null },
      { what: `bare ts-fsrs loop of ${count} reviews`, value: ms(bareMs), bar: null },
      { what: `queue of ${cards.length.toLocaleString('en')} cards`, value: ms(queueMs), bar: null },
      {
        what: `backlog of ${cards.length.toLocaleString('en')} cards ranked by value`,
        value: ms(backlogMs),
        bar: null,
      },
      { what: '180 days of 2,500 cards played ahead once', value: ms(playMs), bar: null },
      { what: `fit to ${count} reviews (${answer.kind})`, value: ms(fitMs), bar: null },
      { what: `the optimiser's own time, its items included`, value: ms(bindingMs), bar: null },
      { what: 'fit beyond the optimiser', value: ms(fitMs - bindingMs), bar: 2000 },
      { what: 'of that, splitting by time', value: ms(splitMs), bar: null },
    ]
  },
}
