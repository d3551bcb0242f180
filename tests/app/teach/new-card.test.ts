import { describe, expect, it } from 'vitest'
import { withConcept } from '@/app/_ui/teach/editor/new-card'

describe('a concept that a form adds', () => {
  it('is called by its title and stands below the others as they are written', () => {
    const before = '- { id: relu, study: 1, title: ReLU } # first\n'
    expect(withConcept(before, 'Dead units')).toEqual({
      id: 'dead-units',
      text: `${before}- { id: dead-units, study: 1, title: "Dead units" }\n`,
    })
    expect(withConcept('', 'A: "b"').text).toBe('- { id: a-b, study: 1, title: "A: \\"b\\"" }\n')
  })

  it('has an id of its own, whatever letters its title has', () => {
    expect(withConcept('- { id: relu, study: 1, title: R }\n', 'ReLU').id).toBe('relu-2')
    expect(withConcept('- id: concept\n  study: 1\n', '梯度').id).toBe('concept-2')
  })
})
