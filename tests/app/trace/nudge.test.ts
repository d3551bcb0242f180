import { describe, expect, it } from 'vitest'
import { nudged } from '@/app/_ui/trace/nudge'

describe('a stepper', () => {
  it.each<[string, string, number, number, string | null]>([
    ['adds a step', '3', 1, 1, '4'],
    ['takes one off below zero', '0', -1, 1, '-1'],
    ['keeps the decimals of the step', '0.9', 1, 0.1, '1.0'],
    ['takes no noise along', '0.2', 1, 0.1, '0.3'],
    ['goes on to the grid from a number between', '1.25', 1, 0.1, '1.3'],
    ['goes back to the grid too', '1.25', -1, 0.1, '1.2'],
    ['reads what the fields read', '−1/2', 1, 0.5, '0.0'],
    ['makes no minus zero', '-1', 1, 1, '0'],
    ['leaves alone what is no number', 'abc', 1, 1, null],
  ])('%s', (_, text, by, step, next) => {
    expect(nudged(text, by, step)).toBe(next)
  })
})
