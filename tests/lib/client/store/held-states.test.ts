import { describe, expect, it } from 'vitest'
import { holdStates } from '@/lib/client/store/held-states'
import { packStates } from '@/lib/client/store/state-pack'
import { asId, type CardId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { type CardState, newCardState } from '@/lib/schedule/card-state'

const id = (n: number) => asId<CardId>(`deck/${String(n).padStart(4, '0')}`)
const state = (n: number, reps: number): CardState => ({ ...newCardState(id(n)), reps })

describe('states held in packs', () => {
  it('are to whoever asks as a plain map of them is, whatever is set and deleted', () => {
    for (let seed = 0; seed < 20; seed++) {
      const rng = makeRng(`held-${seed}`)
      const packed = Array.from({ length: 300 }, (_, n) => state(n * 2, 1))
      const packs = [0, 70, 200].map((from, at, all) => packStates(packed.slice(from, all[at + 1] ?? 300)))
      const loose = Array.from({ length: 40 }, () => state(rng.integer(0, 700), 2))
      const held = holdStates(packs, loose)
      const plain = new Map([...packed, ...loose].map((one) => [one.cardId, one]))
      for (let step = 0; step < 60; step++) {
        const changed = state(rng.integer(0, 800), 3 + step)
        if (rng.integer(0, 2) > 0) {
          held.set(changed.cardId, changed)
          plain.set(changed.cardId, changed)
        } else expect(held.delete(changed.cardId)).toBe(plain.delete(changed.cardId))
        for (let n = 0; n < 10; n++) {
          const asked = id(rng.integer(0, 900))
          expect(held.get(asked), `${asked} in round ${seed}`).toEqual(plain.get(asked))
          expect(held.has(asked)).toBe(plain.has(asked))
        }
      }
      const seen: CardState[] = []
      held.forEach((one, card) => {
        expect(one.cardId).toBe(card)
        seen.push(one)
      })
      expect(held.size).toBe(plain.size)
      expect([...held]).toEqual([...plain])
      expect([...held.keys()]).toEqual([...plain.keys()])
      expect([...held.values()]).toEqual([...plain.values()])
      expect(seen).toEqual([...plain.values()])
    }
  })
})
