import { isDeepStrictEqual } from 'node:util'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { foldCard } from '@/lib/schedule/replay'
import { gradeEvent, hour, randomHistory, shuffle, start } from './history'

const card = asId<CardId>('deck/card-1')

/**
 * Random histories after which one more deed of every kind is done and taken back, arriving in any order, and some field is
 * not what it was. Soaks pass a larger count.
 */
export const unrestored = (seeds: number): readonly string[] => {
  const failures: string[] = []
  for (let seed = 0; seed < seeds; seed++) {
    const history = randomHistory(seed).filter((event) => event.cardId === card)
    const { seen: _before, ...before } = foldCard(card, history)
    const at = Math.max(start, ...history.map((event) => event.at)) + hour
    const { kind: _kind, ...frame } = gradeEvent({ id: asId<EventId>('extra'), cardId: card, at })
    const deeds: readonly ReviewEvent[] = [
      gradeEvent({ ...frame, grade: 'easy', shift: { fuzz: 1, balance: -1, easy: 2 } }),
      gradeEvent({ ...frame, grade: 'again', terms: '0.8;5;;90' }),
      { ...frame, kind: 'suspend' },
      { ...frame, kind: 'bury' },
      { ...frame, kind: 'reset' },
      { ...frame, kind: 'flag', flag: 3 },
    ]
    for (const deed of deeds) {
      const undo: ReviewEvent = { ...frame, id: asId<EventId>('undo'), at: at + 1, kind: 'undo', target: deed.id }
      const { seen: _after, ...after } = foldCard(card, shuffle([...history, deed, undo], `${seed}`))
      if (!isDeepStrictEqual(after, before)) failures.push(`seed ${seed}, ${deed.kind}`)
    }
  }
  return failures
}
