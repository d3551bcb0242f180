import { describe, expect, it } from 'vitest'
import { float16Drift } from '@/lib/compute/variants/float16'
import { freezeVariants } from '@/lib/compute/variants/freeze'
import { firstDeparture } from '@/lib/compute/variants/mistaken'
import { programOf } from '../questions'

const momentum = `
given: { w0: 4, lr: 0.5 }
steps:
  walk: { repeat: { times: 2, carry: { w: w0, v: 0 }, steps: { v: "0.25 * v - lr * w", w: "w + v" } } }
  loss: w ^ 2
ask: [{ value: w, decimals: 2 }, { name: energy, value: loss, decimals: 2 }]
mistakes:
  forgets-velocity: { change: { v: "-lr * w" } }
  halves: { change: { loss: "w ^ 2 / 2" } }
  negates: { answer: { energy: "-loss" } }
`

describe('a mistake', () => {
  const program = programOf(momentum)
  const [variant] = freezeVariants(program).variants
  const answers = (name: string) =>
    Object.fromEntries(variant?.mistakes.find((one) => one.name === name)?.answers ?? [])

  it('changes a step inside a loop in every pass', () => {
    // Right: v = -2, w = 2, v = -0.5 - 1, w = 0.5. Without velocity: w = 2, then 1.
    expect(variant?.asks.map(({ key }) => key)).toEqual([[0.5], [0.25]])
    expect(answers('forgets-velocity')).toEqual({ w: [1], energy: [1] })
  })

  it('is placed at the first step it changes, or at the ask it answers', () => {
    expect(program.mistakes.map((mistake) => firstDeparture(program, mistake))).toEqual(['v', 'loss', 'loss'])
  })
})

describe('float16', () => {
  it('tells how far a key moves when its givens are rounded to it', () => {
    const drift = (x: number) => {
      const program = programOf(`given: { x: ${x} }\nask: [{ value: x, decimals: 2 }]`)
      const [variant] = freezeVariants(program).variants
      return variant === undefined ? null : float16Drift(program, variant)
    }
    expect(drift(1.5)).toBe(0)
    // 1000.3 lies 0.2 from its nearest float16, 39 tolerances of 0.0051.
    expect(drift(1000.3)).toBeCloseTo(0.2 / 0.0051, 0)
  })
})
