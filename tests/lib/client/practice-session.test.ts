import { afterEach, describe, expect, it } from 'vitest'
import { faceAtHand } from '@/lib/cards/face-on-call'
import { openPractice } from '@/lib/client/open-practice'
import type { CardId } from '@/lib/core/id'
import { parseSearch } from '@/lib/search/parse'
import type { Query } from '@/lib/search/query'
import { planOf } from '../schedule/plans'
import { answerAndGrade, bundleOf, echo, makeDesk, onCard, onDone, ready, until, withContent, wordOf } from './desk'

let close: () => void = () => undefined
afterEach(() => close())

const practise = async (words: readonly string[], query: Query = { kind: 'all' }, found: readonly CardId[] = []) => {
  const made = await makeDesk(words)
  close = made.close
  const session = openPractice(
    {
      decks: {
        open: async (language) => [{ ...bundleOf(language, words), figures: new Map() }],
        cards: async (_deck, cards) => cards.flatMap((card) => withContent(card) ?? []),
      },
      store: made.store,
      clock: made.ground.clock,
      plan: async () => planOf(),
      find: async () => new Set(found),
      knows: (name) => (name === 'echo' ? faceAtHand(echo) : null),
    },
    'en',
    'all',
    query,
  )
  await ready(session)
  return { session, store: made.store }
}

describe('a free practice', () => {
  it('goes through what its search finds, and no other card', async () => {
    const [first] = bundleOf('en', ['a', 'b', 'c']).cards
    const { session } = await practise(['a', 'b', 'c'], parseSearch('tag:exam').query, first ? [first.id] : [])
    expect(wordOf(session)).toBe('a')
    await answerAndGrade(session, 'good')
    expect(onDone(session)).toMatchObject({ summary: { reviewed: 1 } })
  })

  it('goes on until every card was known once, and keeps nothing', async () => {
    const { session, store } = await practise(['a', 'b', 'c'])
    const seen: string[] = []
    for (let i = 0; i < 10 && session.getSnapshot().kind === 'card'; i++) {
      seen.push(wordOf(session))
      await answerAndGrade(session, i === 0 ? 'again' : 'good')
      await ready(session)
    }
    expect(seen.length, 'one of three came twice').toBe(4)
    expect(new Set(seen).size).toBe(3)
    expect(onDone(session)).toMatchObject({ practice: true, summary: { reviewed: 3 } })
    expect([await store.waiting(), (await store.states()).size], 'no event, no state').toEqual([0, 0])
  })

  it('offers two buttons without a promise, and nothing that would be kept', async () => {
    const { session, store } = await practise(['a', 'b'])
    expect(onCard(session).current.choices).toEqual([
      { grade: 'again', interval: null, label: null },
      { grade: 'good', interval: null, label: null },
    ])
    await session.suspend()
    await session.reset()
    await session.flag(2)
    await session.undo()
    expect(await store.waiting()).toBe(0)
    const first = wordOf(session)
    session.skip()
    expect(wordOf(session), 'skipped to the end').not.toBe(first)
  })

  it('leaves out cards this version cannot show, and ends where there are none', async () => {
    const { session } = await practise(['broken', 'unknown', 'a'])
    expect(wordOf(session)).toBe('a')
    await answerAndGrade(session, 'good')
    expect(session.getSnapshot().kind).toBe('done')
    const none = await practise([])
    await until(none.session, (one) => one.getSnapshot().kind === 'done')
    expect(onDone(none.session).summary.reviewed).toBe(0)
  })
})
