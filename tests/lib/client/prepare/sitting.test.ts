import { afterEach, describe, expect, it } from 'vitest'
import type { CardFace } from '@/lib/cards/card-type'
import { openPracticeOf } from '@/lib/client/open-practice'
import { readNotebook } from '@/lib/client/prepare/notebook'
import {
  answered,
  flagged,
  type PaperSitting,
  readPaper,
  secondsLeft,
  turnedTo,
  writePaper,
} from '@/lib/client/prepare/paper-sitting'
import { forecastOfPaper, markPaper } from '@/lib/client/prepare/practice-paper'
import { cardsInScope } from '@/lib/client/prepare/scope-cards'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import { gradeEvent, start } from '../../schedule/history'
import { answerAndGrade, bundleOf, echo, makeDesk, onDone, ready, until, withContent, wordOf } from '../desk'
import { examOf, libraryAt } from './exam-desk'

const id = (word: string) => asId<CardId>(`deck/${word}`)
type Desk = Awaited<ReturnType<typeof makeDesk>>
const open: Desk[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})
const desk = async (words: readonly string[]) => {
  const made = await makeDesk(words)
  open.push(made)
  return made
}

describe('a sitting over chosen cards', () => {
  it('goes through them in their order, due or not, with real grades, and then is done', async () => {
    const made = await desk(['a', 'b', 'c', 'd'])
    await made.store.append([
      gradeEvent({ id: asId<EventId>('old'), cardId: id('b'), at: start - 86_400_000, grade: 'easy' }),
    ])
    const session = made.sit({ only: [id('c'), id('b')] })
    await ready(session)
    const seen: string[] = []
    for (let i = 0; i < 4 && session.getSnapshot().kind === 'card'; i++) {
      seen.push(wordOf(session))
      await answerAndGrade(session, 'easy')
    }
    expect([...seen].sort()).toEqual(['b', 'c'])
    onDone(session)
    expect((await made.store.states()).get(id('b'))?.reps, 'an early review counts').toBe(2)
    expect((await made.store.states()).has(id('a'))).toBe(false)
  })

  it('counts only its own grades, and brings a card back whose grade is undone', async () => {
    const made = await desk(['a', 'b'])
    const daily = made.sit()
    await ready(daily)
    await answerAndGrade(daily, 'easy')
    daily.close()
    made.pass(60_000)
    const session = made.sit({ only: [id('a'), id('b')] })
    await ready(session)
    const snapshot = session.getSnapshot()
    expect(snapshot.kind === 'card' && snapshot.progress.done).toBe(0)
    const first = wordOf(session)
    await answerAndGrade(session, 'easy')
    await session.undo()
    await until(session, (one) => one.getSnapshot().kind === 'card' && wordOf(one) === first)
    session.close()
  })

  it('keeps nothing when it is a practice', async () => {
    const words = ['a', 'b', 'c']
    const made = await desk(words)
    const session = openPracticeOf(
      {
        decks: {
          open: async (language) => [{ ...bundleOf(language, words), figures: new Map() }],
          cards: async (_deck, cards) => cards.flatMap((card) => withContent(card) ?? []),
        },
        store: made.store,
        clock: made.ground.clock,
        knows: made.ground.cardTypeNamed,
      },
      'en',
      [id('c'), id('a')],
    )
    await ready(session)
    const seen: string[] = []
    for (let i = 0; i < 4 && session.getSnapshot().kind === 'card'; i++) {
      seen.push(wordOf(session))
      await answerAndGrade(session, 'good')
      await ready(session)
    }
    expect(seen).toEqual(['c', 'a'])
    expect([await made.store.waiting(), (await made.store.states()).size]).toEqual([0, 0])
  })
})

const paper: PaperSitting = {
  exam: 'finals',
  seed: 'seed',
  startedAt: start,
  endsAt: start + 120_000,
  at: 0,
  slots: [
    { card: id('a'), answer: null, flagged: false },
    { card: id('b'), answer: null, flagged: false },
    { card: id('c'), answer: null, flagged: false },
  ],
}

describe('a practice paper', () => {
  it('is as it was left after a reload', () => {
    const left = turnedTo(flagged(answered(paper, 1, { kind: 'text', text: 'right' }), 2), 2)
    expect(readPaper(writePaper(left))).toEqual(left)
    expect(turnedTo(paper, 9).at, 'no further than its last question').toBe(2)
    for (const broken of [null, '', '{', '{"exam":3}', writePaper({ ...paper, endsAt: Number.NaN })])
      expect(readPaper(broken)).toBeNull()
  })

  it('ends on time', () => {
    expect(secondsLeft(paper, start)).toBe(120)
    expect(secondsLeft(paper, start + 119_001)).toBe(1)
    expect(secondsLeft(paper, start + 500_000)).toBe(0)
  })

  it('is marked as reviews are; what is open or cannot be read earns nothing, a lost card does not count', () => {
    const cards = bundleOf('en', ['a', 'b', 'c', 'd']).cards
    const questions = paper.slots.map((_, slot) => {
      const card = cards[slot]
      const occasion = { seed: `${paper.seed}-${slot}`, language: 'en' } as const
      return card && slot < 3
        ? { card, face: echo, presented: echo.present(card.content, occasion), seed: occasion.seed }
        : null
    })
    const sat = answered(answered(paper, 0, { kind: 'text', text: 'right' }), 1, { kind: 'text', text: '?' })
    expect(markPaper(sat, questions, 'en').map(({ share }) => share)).toEqual([1, 0, 0])
    expect(markPaper(sat, [null, ...questions.slice(1)], 'en')).toHaveLength(2)
  })

  it('gives the cells that were filled their share, and then tells the whole answer', () => {
    const [card] = bundleOf('en', ['a']).cards
    if (card === undefined) throw new Error('no card')
    const half: CardFace = {
      ...echo,
      outcome: () => ({
        verdict: { kind: 'unreadable', cells: [], message: { key: 'empty', values: {} } },
        answer: [],
        feedback: [],
        suggested: null,
        trace: null,
      }),
      key: () => ({
        kind: 'numbers',
        asks: [
          {
            name: 'x',
            key: [1, 2],
            precision: { kind: 'decimals', decimals: 0 },
            tolerance: { abs: 0, rel: 0 },
            probability: false,
          },
        ],
        mistakes: [],
      }),
    }
    const question = { card, face: half, seed: 's', presented: echo.present({}, { seed: 's', language: 'en' }) }
    const sat = answered(paper, 0, { kind: 'numbers', cells: { x: ['1', ''] } })
    expect(markPaper(sat, [question], 'en')).toMatchObject([{ share: 0.5, outcome: null }])
  })

  it('is foretold from today’s memory of its own cards', async () => {
    const made = await desk(['a', 'b'])
    await made.store.append([gradeEvent({ id: asId<EventId>('e'), cardId: id('a'), at: start - 1000, grade: 'easy' })])
    const library = await libraryAt(made, ['a', 'b'], [])
    expect(forecastOfPaper(library, [id('a')])?.raw).toBeCloseTo(1, 5)
    expect(forecastOfPaper(library, [id('a'), id('b')])?.raw).toBeCloseTo(0.5, 5)
    expect(forecastOfPaper(library, [])).toBeNull()
  })
})

describe('the notebook on a device', () => {
  it('shows wrong answers of the scope with what was typed, and leaves out what cannot be shown', async () => {
    const words = ['a', 'b', 'broken']
    const made = await desk(words)
    const wrong = (word: string) =>
      gradeEvent({
        id: asId<EventId>(`w-${word}`),
        cardId: id(word),
        answer: { kind: 'text', text: 'seven' },
        verdict: 'wrong',
        grade: 'again',
        mistake: 'slip',
      })
    await made.store.append([wrong('a'), wrong('broken'), wrong('gone')])
    const library = await libraryAt(made, words, [])
    const cards = cardsInScope(library, examOf().scope)
    const entries = await readNotebook(made.store, library, cards, 'newest', 'en', made.ground.cardTypeNamed)
    expect(entries.map(({ card, noted }) => [card.id, noted.mistake, noted.times])).toEqual([[id('a'), 'slip', 1]])
    expect(JSON.stringify(entries[0]?.question), 'the numbers it was asked with').toContain('en w-a')
  })
})
