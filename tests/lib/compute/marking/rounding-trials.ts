import { type Asked, markNumbers } from '@/lib/compute/marking/mark'
import { writeKey } from '@/lib/compute/marking/write-number'
import { makeRng } from '@/lib/core/rng'

const precisions = ['decimals', 'integer', 'free', 'probability'] as const

/** Draws keys of many sizes and precisions and returns those whose own rounding is not marked right. Soaks pass a larger count. */
export const refusedRoundings = (trials: number, seed: number): readonly string[] => {
  const rng = makeRng('rounding', seed)
  const refused: string[] = []
  for (let i = 0; i < trials; i++) {
    const kind = precisions[rng.integer(0, 3)] ?? 'free'
    const scale = 10 ** rng.integer(-6, 6)
    const unit = rng.uint32() / 2 ** 32
    const decimals = rng.integer(0, 6)
    const key =
      kind === 'probability'
        ? unit
        : kind === 'integer'
          ? rng.integer(-9999, 9999) + (unit - 0.5) * 1e-9
          : (unit - 0.5) * scale
    const asked: Asked = {
      name: 'x',
      key: [key],
      precision: kind === 'integer' || kind === 'free' ? { kind } : { kind: 'decimals', decimals },
      tolerance: { abs: 0, rel: 1e-9 },
      probability: kind === 'probability',
    }
    const typed = writeKey(asked, key)
    const { verdict } = markNumbers([asked], { x: [typed] })
    if (verdict.kind !== 'marked' || !verdict.right) refused.push(`${kind} ${key} written ${typed}`)
  }
  return refused
}
