import { afterEach, describe, expect, it } from 'vitest'
import { forecastThen } from '@/lib/client/prepare/forecast-then'
import { cardsOfPart, overlookExam, pauseAfter } from '@/lib/client/prepare/overlook-exam'
import { cardsInScope } from '@/lib/client/prepare/scope-cards'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { PlannedExam } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { day, gradeEvent, start } from '../../schedule/history'
import { makeDesk } from '../desk'
import { examOf, libraryAt, today } from './exam-desk'

type Desk = Awaited<ReturnType<typeof makeDesk>>
const open: Desk[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})
const words = ['a', 'b', 'c', 'd']
const desk = async (...events: readonly ReviewEvent[]) => {
  const made = await makeDesk(words)
  open.push(made)
  await made.store.append(events)
  return made
}
const graded = (name: string, days: number, change: Partial<Extract<ReviewEvent, { kind: 'grade' }>> = {}) =>
  gradeEvent({
    id: asId<EventId>(`${name} ${days}`),
    cardId: asId<CardId>(`deck/${name}`),
    at: start + days * day,
    zoneOffset: 480,
    grade: 'easy',
    ...change,
  })
const overlook = (...[library, exam]: [Library, PlannedExam]) => overlookExam(library, exam, () => null)
const idsOf = (cards: readonly { readonly id: CardId }[]) => cards.map(({ id }) => id)

describe('what an exam is about', () => {
  it('is a deck, sections of it, or what a search finds, without what was set aside', async () => {
    const { kind: _kind, ...base } = graded('b', 0)
    const suspend: ReviewEvent = {
      id: asId<EventId>('s'),
      deviceId: base.deviceId,
      cardId: base.cardId,
      revision: base.revision,
      at: base.at,
      zoneOffset: base.zoneOffset,
      dayStartsAt: base.dayStartsAt,
      kind: 'suspend',
    }
    const library = await libraryAt(await desk(graded('a', -1), suspend), words, [])
    expect(idsOf(cardsInScope(library, { kind: 'deck', deck: 'deck' }))).toEqual(['deck/a', 'deck/c', 'deck/d'])
    expect(cardsInScope(library, { kind: 'deck', deck: 'other' })).toEqual([])
    expect(idsOf(cardsInScope(library, { kind: 'search', text: 'concept:concept-2' }))).toEqual(['deck/c'])
    expect(cardsInScope(library, { kind: 'search', text: 'concept:' }), 'half a search finds nothing').toEqual([])
    expect(cardsInScope(library, { kind: 'search', text: '' }), 'and none finds nothing').toEqual([])
    expect(cardsInScope(library, { kind: 'sections', deck: 'deck', sections: ['elsewhere'] })).toEqual([])
  })
})

describe('the page of an exam', () => {
  it('counts what was done for it each day against what was promised, easy days by their share', async () => {
    const exam = examOf()
    const made = await desk(graded('a', -2, { durationMs: 60_000 }), graded('b', -2, { durationMs: 120_000 }))
    const days = new Map([[today - 1, 'light' as const]])
    const { past, doneToday, begun, daysLeft } = await overlook(await libraryAt(made, words, [exam], 0, { days }), exam)
    expect(past).toEqual([
      { day: today - 3, cards: 0, minutes: 0, promised: 10 },
      { day: today - 2, cards: 2, minutes: 3, promised: 10 },
      { day: today - 1, cards: 0, minutes: 0, promised: 5 },
    ])
    expect([doneToday.cards, begun, daysLeft]).toEqual([0, 2, 10])
  })

  it('leaves out of today what today has seen, and takes the minutes spent off', async () => {
    const exam = examOf({ minutes: 5, day: today + 1 })
    const before = await overlook(await libraryAt(await desk(), words, [exam]), exam)
    const made = await desk(graded('a', 0, { durationMs: 290_000 }))
    const after = await overlook(await libraryAt(made, words, [exam]), exam)
    expect(before.part?.seconds).toBeGreaterThan(0)
    expect(after.part && cardsOfPart(after.part), 'ten seconds hold no showing').toEqual([])
    expect(after.doneToday.minutes).toBeCloseTo(290 / 60, 5)
  })

  it('expects more of a plan kept than of none, and nothing without cards', async () => {
    const exam = examOf()
    const { kept, idle } = await overlook(await libraryAt(await desk(graded('a', -3)), words, [exam]), exam)
    expect(kept?.score).toBeGreaterThan(idle?.score ?? 1)
    const empty = examOf({ scope: { kind: 'deck', deck: 'other' } })
    expect(await overlook(await libraryAt(await desk(), words, [empty]), empty)).toMatchObject({
      kept: null,
      idle: null,
    })
  })
})

describe('planning on a page', () => {
  it('comes to the same with pauses for drawing as without', async () => {
    const exam = examOf()
    const library = await libraryAt(await desk(graded('a', -3)), words, [exam])
    let pauses = 0
    const paused = await overlookExam(library, exam, () => {
      pauses++
      return Promise.resolve()
    })
    expect(paused).toEqual(await overlook(library, exam))
    expect(await overlookExam(library, exam, pauseAfter(0))).toEqual(paused)
    expect(pauses).toBeGreaterThan(0)
  })
})

describe('the forecast a score is compared with', () => {
  it('knows nothing of what came on the day of the exam or after', async () => {
    const exam = examOf({ day: today })
    const made = await desk(graded('a', -3), graded('b', -1))
    const then = await forecastThen(made.store, await libraryAt(made, words, [exam]), exam, 40)
    await made.store.append([graded('c', 0), graded('a', 2, { grade: 'again' }), graded('d', 3)])
    const later = await forecastThen(made.store, await libraryAt(made, words, [exam], 5), exam, 40)
    expect(later).toEqual(then)
    expect(then?.raw).toBeGreaterThan(0.2)
  })
})
