import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { withConcepts } from '@/lib/importers/concepts-file'

const relu = { id: 'relu', title: 'ReLU' }
const tanh = { id: 'tanh', title: { en: 'Tanh' } }

describe('concepts that come with cards', () => {
  it.each(['- id: relu\n  study: 1\n', '- { id: relu, study: 1 }\n', '[{ "id": "relu", "study": 1 }]\n'])(
    'stand behind those of %j, once each',
    (before) => {
      expect(parse(withConcepts(before, [relu, tanh]))).toEqual([
        { id: 'relu', study: 1 },
        { id: 'tanh', study: 1, title: { en: 'Tanh' } },
      ])
    },
  )

  it('leave a file as it is that has them all', () => {
    expect(withConcepts('- { id: relu } # mine', [relu])).toBe('- { id: relu } # mine')
  })

  it.each([
    ['blank lines', '\n'.repeat(200_000)],
    ['one blank line', ' '.repeat(200_000)],
    ['comments', '#\n'.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    ['ids that say nothing', 'id:\n'.repeat(50_000)],
    ['brackets', '[ ] '.repeat(50_000)],
  ])('are added to a file of %s in a moment', (_, before) => {
    const start = performance.now()
    for (const end of ['x', ']']) expect(withConcepts(`${before}${end}`, [relu])).toContain('relu')
    expect(performance.now() - start).toBeLessThan(1500)
  })
})
