import { describe, expect, it } from 'vitest'
import { makeRng } from '@/lib/core/rng'
import { shuffled } from '@/lib/exam/paper/shuffled'
import { foldAnswers, markedAnswers, type SavedAnswer } from '@/lib/exam/saved-answers'

const saved = (slot: number, rev: number, device: string, receivedAt: number): SavedAnswer => ({
  slot,
  rev,
  device,
  answer: { kind: 'text', text: `${slot} ${rev} ${device}` },
  receivedAt,
})

const packets = (seed: number): readonly SavedAnswer[] => {
  const rng = makeRng('saved answers', seed)
  return Array.from({ length: 30 }, () =>
    saved(rng.integer(0, 3), rng.integer(1, 8), rng.integer(0, 1) === 0 ? 'phone' : 'desk', rng.integer(0, 200)),
  )
}

const stateOf = (from: readonly SavedAnswer[]) => {
  const { counted, late } = foldAnswers(from, 100)
  const texts = (of: ReadonlyMap<number, SavedAnswer>) =>
    [...of].map(([slot, { answer }]) => [slot, answer] as const).sort(([a], [b]) => a - b)
  return { counted: texts(counted), late: texts(late) }
}

describe('saved answers', () => {
  it('come to one state in any order, however often they arrive', () => {
    for (let seed = 0; seed < 200; seed++) {
      const all = packets(seed)
      const mixed = shuffled([...all, ...all.slice(0, 12)], makeRng('order', seed))
      expect(stateOf(mixed)).toEqual(stateOf(all))
    }
  })

  it('keep the later edit, and of two devices that knew the same always the same one', () => {
    expect(stateOf([saved(0, 2, 'desk', 5), saved(0, 1, 'phone', 9)]).counted).toEqual([
      [0, { kind: 'text', text: '0 2 desk' }],
    ])
    expect(stateOf([saved(0, 2, 'desk', 5), saved(0, 2, 'phone', 1)]).counted).toEqual([
      [0, { kind: 'text', text: '0 2 phone' }],
    ])
  })

  it('keep what came too late beside what counts, and only if it is newer', () => {
    const folded = foldAnswers(
      [saved(0, 3, 'a', 100), saved(0, 4, 'a', 101), saved(1, 2, 'a', 90), saved(1, 1, 'a', 300)],
      100,
    )
    expect([...folded.counted.values()].map(({ rev }) => rev)).toEqual([3, 2])
    expect([...folded.late.values()].map(({ slot, rev }) => [slot, rev])).toEqual([[0, 4]])
    expect(markedAnswers(folded, false).get(0)?.rev).toBe(3)
    expect(markedAnswers(folded, true).get(0)?.rev).toBe(4)
    expect(markedAnswers(folded, true).get(1)?.rev).toBe(2)
  })
})
