import { describe, expect, it } from 'vitest'
import { makePendingMarks } from '@/lib/client/notes/pending-marks'

const memory = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}
const mark = { decided: 'accepted', fields: null } as const

describe('decisions on their way into the database', () => {
  it('are found by the next page when this one is closed at once, each at its own desk', () => {
    const storage = memory()
    const one = { desk: 'new', card: 'a', mark }
    makePendingMarks(storage).add([one, { desk: 'bank-1', card: 'b', mark }])
    expect(makePendingMarks(storage).left('new')).toEqual([one])
  })

  it('leave nothing behind once they are kept', () => {
    const storage = memory()
    const pending = makePendingMarks(storage)
    const one = { desk: 'new', card: 'a', mark }
    pending.add([one])
    pending.done([one])
    expect(makePendingMarks(storage).left('new')).toEqual([])
  })

  it('cost nothing where a browser keeps nothing', () => {
    const refusing = {
      ...memory(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    const pending = makePendingMarks(refusing)
    expect(() => pending.add([{ desk: 'new', card: 'a', mark }])).not.toThrow()
    expect(makePendingMarks(undefined).left('new')).toEqual([])
  })
})
