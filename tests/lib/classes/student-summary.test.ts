import { expect, it } from 'vitest'
import { summarise } from '@/lib/classes/student-summary'
import { answer } from './build-answers'

const card = 'losses/hinge'

it('a student’s answers are summed up by day and by card', () => {
  const { reviews, days, cards } = summarise([
    answer({ card, day: 10, right: false, durationMs: 2000, mistake: 'no-gate', variant: '{"x":1}' }),
    answer({ card, day: 11, first: false, recall: true, durationMs: 1000, variant: '{"x":1}' }),
    answer({ card: 'losses/softmax', day: 11, durationMs: 4000, variant: null }),
  ])
  expect(reviews).toBe(3)
  expect([...days]).toEqual([
    [10, { reviews: 1, ms: 2000, recalled: { right: 0, of: 0 } }],
    [11, { reviews: 2, ms: 5000, recalled: { right: 1, of: 1 } }],
  ])
  expect(cards.get(card)).toEqual({
    all: { right: 1, of: 2 },
    first: false,
    seconds: [2, 1],
    recalled: { right: 1, of: 1 },
    mistakes: new Map([['no-gate', 1]]),
    variants: new Map([['{"x":1}', { right: 1, of: 2 }]]),
  })
  expect(cards.get('losses/softmax')).toMatchObject({ first: true, seconds: [4], mistakes: new Map() })
})

it('a card whose first answer is not among them has none', () => {
  expect(summarise([answer({ card, first: false })]).cards.get(card)?.first).toBeNull()
})
