import { expect, it } from 'vitest'
import { readProgress } from '@/app/_ui/progress/read-progress'
import type { Decks } from '@/lib/client/decks'
import { asId, type CardId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { fold } from '@/lib/schedule/replay'
import { bundleOf } from '../../lib/client/desk'
import { day, gradeEvent, start } from '../../lib/schedule/history'

const reviewed = [gradeEvent({ cardId: asId<CardId>('deck/a') })]

const learner = (events: readonly ReviewEvent[], fetched: Awaited<ReturnType<Decks['open']>>) => ({
  history: async () => ({
    states: [...fold(events).values()],
    events,
    today: Math.floor(start / day),
  }),
  decks: { held: async () => [], open: async () => fetched, refresh: async () => 'fresh' as const },
})

it('reviews that came from another device are counted against the course, which is fetched for it', async () => {
  const { started, total } = await readProgress(learner(reviewed, [bundleOf('en', ['a', 'b'])]), 'en')
  expect({ started, total }).toEqual({ started: 1, total: 2 })
})

it('reviews without a course are counted alone', async () => {
  const { started, total } = await readProgress(learner(reviewed, 'offline'), 'en')
  expect({ started, total }).toEqual({ started: 1, total: null })
})

it('nobody fetches a course to be told that there is nothing yet', async () => {
  const { started, total } = await readProgress(learner([], [bundleOf('en', ['a'])]), 'en')
  expect({ started, total }).toEqual({ started: 0, total: 0 })
})
