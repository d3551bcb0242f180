import { describe, expect, it } from 'vitest'
import { asId, type CardId, type DeviceId } from '@/lib/core/id'
import { intervalOf } from '@/lib/schedule/label'
import { heldBack } from '../../support/held-back'
import { day, start } from '../schedule/history'
import { planOf } from '../schedule/plans'
import { answerAndGrade, onCard, onDone, openDesk, questionOf, ready, until, wordOf } from './desk'

describe('a study session', () => {
  it('begins with loading and then shows the first new card', async () => {
    const { sit } = await openDesk()
    const session = sit()
    expect(session.getSnapshot().kind).toBe('loading')
    await ready(session)
    expect(wordOf(session)).toBe('a')
    expect(onCard(session).counts).toEqual({ new: 3, learning: 0, due: 0 })
    expect(onCard(session).undoable).toBeNull()
  })

  it('gives the same snapshot object while nothing changes', async () => {
    const { sit } = await openDesk()
    const session = sit()
    await ready(session)
    expect(session.getSnapshot()).toBe(session.getSnapshot())
  })

  it('keeps what the button promised, and moves on', async () => {
    const { sit, store, kept } = await openDesk()
    const session = sit()
    await ready(session)
    session.answer({ kind: 'text', text: 'right' })
    const promised = onCard(session).current.choices.find((choice) => choice.grade === 'good')
    await session.grade('good')
    expect(wordOf(session)).toBe('b')
    const state = (await store.states()).get(asId<CardId>('deck/a'))
    expect(state && intervalOf(state.memory)).toEqual(promised?.interval)
    expect([await store.waiting(), kept()], 'in the outbox, and sync told').toEqual([1, 1])
  })

  it('keeps the steps that were entered, with the answer they led to, and shows both again after an undo', async () => {
    const { sit, store } = await openDesk()
    const session = sit()
    await ready(session)
    session.answer({ kind: 'text', text: 'wrong' })
    const steps = { kind: 'numbers', cells: { z: ['1', ''], out: [' '] } } as const
    await session.grade('again', steps)
    const [event] = await store.between(0, Number.MAX_SAFE_INTEGER)
    expect(event).toMatchObject({ answer: { kind: 'text', text: 'wrong', steps: { z: ['1', ''] } } })
    expect(JSON.stringify(event)).not.toContain('out')
    await session.undo()
    const kept = { kind: 'numbers', cells: { z: ['1', ''] } }
    expect(onCard(session).current).toMatchObject({ steps: kept, phase: { kind: 'answered' } })
  })

  it('does not take a grade before the answer, and makes one event of a double tap', async () => {
    const { sit, store } = await openDesk()
    const session = sit()
    await ready(session)
    await session.grade('good')
    expect(await store.waiting(), 'before the answer').toBe(0)
    session.answer({ kind: 'text', text: 'right' })
    await Promise.all([session.grade('good'), session.grade('good'), session.grade('easy')])
    await session.grade('good')
    expect(await store.waiting(), 'after four taps').toBe(1)
  })

  it('lets an unreadable answer cost nothing', async () => {
    const { sit, store } = await openDesk()
    const session = sit()
    await ready(session)
    expect(session.answer({ kind: 'text', text: '?' })?.verdict.kind).toBe('unreadable')
    expect(onCard(session).current.phase).toMatchObject({ kind: 'question', unreadable: { suggested: null } })
    await session.grade('again')
    expect(await store.waiting()).toBe(0)
    expect(session.answer({ kind: 'text', text: 'right' })?.suggested).toBe('good')
  })

  it('writes the answer, the verdict and the mistake into the event', async () => {
    const { sit, store, pass } = await openDesk()
    const session = sit()
    await ready(session)
    pass(7_000)
    session.answer({ kind: 'text', text: 'wrong' })
    pass(2_000)
    const { eventId } = onCard(session).current
    await session.grade('again')
    expect(await store.history(asId<CardId>('deck/a'))).toMatchObject([
      {
        id: eventId,
        grade: 'again',
        suggested: 'again',
        verdict: 'wrong',
        mistake: 'slip',
        durationMs: 9_000,
        zoneOffset: 480,
      },
    ])
  })

  it('ends with what was learned and what comes tomorrow', async () => {
    const { sit } = await openDesk()
    const session = sit()
    await ready(session)
    for (const grade of ['easy', 'easy', 'easy'] as const) await answerAndGrade(session, grade)
    const { summary, progress } = onDone(session)
    expect(summary).toMatchObject({ reviewed: 3, recalled: null, tomorrow: { due: 0, new: 0, minutes: 0 }, moreNew: 0 })
    expect(summary.learned.map((card) => card.cardId)).toEqual(['deck/a', 'deck/b', 'deck/c'])
    expect(progress.done, 'the hairline is full').toBe(progress.total)
  })

  it('goes on in another sitting exactly where this one was closed', async () => {
    const { sit } = await openDesk()
    const first = sit()
    await ready(first)
    await answerAndGrade(first, 'easy')
    first.close()
    const second = sit()
    await ready(second)
    expect(wordOf(second)).toBe('b')
    expect(onCard(second).undoable).toEqual({ cardId: 'deck/a', kind: 'grade', grade: 'easy' })
  })

  it('leaves out cards of a later type, and goes on without a card that cannot be shown', async () => {
    const { sit } = await openDesk(['unknown', 'broken', 'c'])
    const session = sit()
    await ready(session)
    expect(wordOf(session)).toBe('c')
    expect(onCard(session).counts.new).toBe(1)
  })

  it('says why it cannot begin without a deck or without storage', async () => {
    const { sit, db } = await openDesk()
    const lost = sit({ decks: async () => 'offline' })
    await ready(lost)
    expect(lost.getSnapshot()).toEqual({ kind: 'no-deck', reason: 'offline' })
    db.close()
    const blind = sit()
    await ready(blind)
    expect(blind.getSnapshot()).toEqual({ kind: 'no-storage' })
  })

  it('begins as soon as there is a deck after all', async () => {
    const { sit, ground, changes } = await openDesk()
    let online = false
    const session = sit({ decks: async (language) => (online ? ground.decks(language) : 'offline') })
    await ready(session)
    online = true
    const begun = until(session, (one) => one.getSnapshot().kind === 'card')
    changes.publish()
    await begun
    expect(wordOf(session)).toBe('a')
  })

  it('keeps a grade that was given while another device’s reviews were being read', async () => {
    const { sit, store, changes } = await openDesk()
    let slow: Promise<void> = Promise.resolve()
    let asked = () => {}
    const between: typeof store.between = async (from, to) => {
      const events = await store.between(from, to)
      asked()
      await slow
      return events
    }
    const session = sit({ store: { ...store, between } })
    await ready(session)
    session.answer({ kind: 'text', text: 'right' })
    const [answer, reading, drawn] = [heldBack(), heldBack(), heldBack()]
    slow = answer.come
    asked = reading.go
    changes.publish()
    await reading.come
    await session.grade('good')
    expect(wordOf(session)).toBe('b')
    session.subscribe(drawn.go)
    answer.go()
    await drawn.come
    expect([wordOf(session), onCard(session).counts]).toEqual(['b', { new: 2, learning: 1, due: 0 }])
    expect(onCard(session).undoable).not.toBeNull()
  })

  it('hears of what another tab did while a grade was being kept', async () => {
    const { sit, store, changes, ground } = await openDesk()
    const [keeping, kept] = [heldBack(), heldBack()]
    const append: typeof store.append = async (events) => {
      keeping.go()
      await kept.come
      return store.append(events)
    }
    const session = sit({ store: { ...store, append } })
    await ready(session)
    session.answer({ kind: 'text', text: 'right' })
    const graded = session.grade('good')
    await keeping.come
    const moment = { at: start, zoneOffset: 480, dayStartsAt: 4 }
    const next = { id: ground.newEventId(start), cardId: asId<CardId>('deck/b'), revision: 'r1', ...moment }
    await store.append([{ ...next, deviceId: asId<DeviceId>('desk'), kind: 'suspend' }])
    changes.publish()
    kept.go()
    await graded
    expect([wordOf(session), onCard(session).counts.new]).toEqual(['c', 1])
  })

  it('takes a card away that may not be shown any more, the one before the learner too', async () => {
    const { sit, ground, changes } = await openDesk()
    let withheld = false
    const session = sit({
      decksMark: async () => (withheld ? 'a' : ''),
      decks: async (language) => {
        const decks = await ground.decks(language)
        if (typeof decks === 'string') throw new Error(decks)
        return decks.map((deck) => ({ ...deck, cards: deck.cards.filter(({ id }) => !withheld || id !== 'deck/a') }))
      },
    })
    await ready(session)
    expect(wordOf(session)).toBe('a')
    changes.publish()
    withheld = true
    const gone = until(session, (one) => one.getSnapshot().kind === 'card' && wordOf(one) !== 'a')
    changes.publish()
    await gone
    expect([wordOf(session), onCard(session).counts.new]).toEqual(['b', 2])
  })

  it('stays on the card, and says so, when the browser does not keep the grade', async () => {
    const { sit, ground } = await openDesk()
    let full = true
    const append: typeof ground.store.append = (events) =>
      full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : ground.store.append(events)
    const session = sit({ store: { ...ground.store, append } })
    await ready(session)
    await answerAndGrade(session, 'good')
    expect([wordOf(session), onCard(session).problem]).toEqual(['a', 'storage-full'])
    full = false
    await session.grade('good')
    expect([wordOf(session), onCard(session).problem]).toEqual(['b', null])
  })
})

describe('what can be done to a card', () => {
  it('buries until tomorrow, suspends for good, skips to the end, and flags in place', async () => {
    const { sit, pass } = await openDesk(['a', 'b', 'c', 'd'])
    const session = sit()
    await ready(session)
    await session.flag(3)
    expect([wordOf(session), onCard(session).current.state.flag]).toEqual(['a', 3])
    session.skip()
    expect(wordOf(session), 'after skip').toBe('b')
    await session.bury()
    expect(wordOf(session), 'after bury').toBe('c')
    await session.suspend()
    expect(wordOf(session), 'after suspend').toBe('d')
    session.skip()
    expect(wordOf(session), 'the skipped ones in their order').toBe('a')
    expect(onCard(session).counts.new).toBe(2)
    pass(day)
    const tomorrow = sit()
    await ready(tomorrow)
    expect(onCard(tomorrow).counts.new, 'the buried one is back').toBe(3)
  })

  it('lets in more new cards when asked', async () => {
    const { sit } = await openDesk(['a', 'b', 'c'])
    const session = sit({ plan: async () => planOf({ newCards: 1 }) })
    await ready(session)
    await answerAndGrade(session, 'easy')
    expect(onDone(session).summary.moreNew).toBe(2)
    session.allowMoreNew(1)
    await ready(session)
    expect(wordOf(session)).toBe('b')
  })
})

describe('switching the language', () => {
  it('stays with the new one when the decks were being read again in the old one', async () => {
    const { sit, ground, changes } = await openDesk()
    let mark = ''
    let slow: Promise<void> = Promise.resolve()
    let asked = () => {}
    const session = sit({
      decksMark: async () => mark,
      decks: async (language) => {
        const decks = await ground.decks(language)
        if (typeof decks === 'string') throw new Error(decks)
        if (language === 'en') {
          asked()
          await slow
        }
        return decks.map((deck) => ({ ...deck, cards: deck.cards.map((card) => ({ ...card, content: { language } })) }))
      },
    })
    await ready(session)
    const [answer, reading, drawn] = [heldBack(), heldBack(), heldBack()]
    slow = answer.come
    asked = reading.go
    mark = 'others'
    changes.publish()
    await reading.come
    await session.setLanguage('zh')
    session.subscribe(drawn.go)
    answer.go()
    await drawn.come
    await answerAndGrade(session, 'good')
    await ready(session)
    expect([wordOf(session), onCard(session).current.card.content]).toEqual(['b', { language: 'zh' }])
  })

  it('keeps the card, its numbers, its answer and its schedule', async () => {
    const { sit } = await openDesk()
    const session = sit()
    await ready(session)
    session.answer({ kind: 'text', text: 'right' })
    const before = onCard(session).current
    await session.setLanguage('zh')
    const after = onCard(session).current
    expect(questionOf(session)).toContain(`zh ${before.eventId}`)
    expect([after.eventId, after.phase.kind, after.choices]).toEqual([before.eventId, 'answered', before.choices])
  })
})
