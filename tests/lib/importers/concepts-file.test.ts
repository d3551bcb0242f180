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
})
