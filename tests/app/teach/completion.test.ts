import { describe, expect, it } from 'vitest'
import { completeAt } from '@/app/_ui/teach/editor/completion'
import { cardForms } from '@/lib/cards/forms'

const ground = {
  forms: cardForms,
  concepts: [
    { id: 'relu', title: 'ReLU' },
    { id: 'softmax', title: 'Softmax' },
  ],
  figures: ['figures/plot.png'],
  functions: [
    { name: 'relu', signature: 'relu(x)' },
    { name: 'sum', signature: 'sum(x, axis?)' },
    { name: 'grad', signature: 'grad(loss, x)' },
  ],
}
const at = (before: string, after = '') => {
  const found = completeAt(before, before + after, ground)
  return found === null ? null : { back: found.back, labels: found.options.map(({ label }) => label) }
}
const labels = (before: string, after = '') => at(before, after)?.labels ?? []

describe('what the editor offers where somebody types', () => {
  it('are the fields of the card’s type, with those every card may carry', () => {
    expect(labels('- id: a\n  fr')).toEqual(['id', 'concepts', 'front', 'back', 'note', 'erratum', 'tags'])
    expect(labels('- id: a\n  type: choice\n  ')).toContain('options')
    expect(labels('- id: a\n  steps: { y: x }\n  as')).toContain('mistakes')
    expect(at('- id: a\n  fr')?.back).toBe(2)
  })

  it('are the inner fields below a list or a named entry', () => {
    expect(labels('- id: a\n  type: choice\n  options:\n    - te')).toEqual(['text', 'right', 'why'])
    expect(labels('- id: a\n  ask: [y]\n  mistakes:\n    no-gate:\n      sa')).toEqual(['change', 'answer', 'says'])
    expect(labels('- id: a\n  ask: [y]\n  steps:\n    y'), 'names are the author’s own').toEqual([])
  })

  it('are card types, concepts and figures where one is named', () => {
    expect(labels('- id: a\n  type: ')).toContain('find-error')
    expect(labels('- id: a\n  concepts: [re')).toEqual(['relu', 'softmax'])
    expect(labels('- id: a\n  concepts: [relu, ')).toEqual(['relu', 'softmax'])
    expect(labels('- id: a\n  concepts:\n    - ')).toEqual(['relu', 'softmax'])
    expect(labels('- id: a\n  front: "![a plot](')).toEqual(['figures/plot.png'])
    expect(labels('- id: a\n  front: "See [ReLU](concept:re')).toEqual(['relu', 'softmax'])
  })

  it('are names and functions inside an expression, and nothing inside prose', () => {
    const question = '- id: a\n  prompt: What?\n  given:\n    x: { integer: [1, 3] }\n  steps:\n    y: su'
    expect(labels(question, '\n  ask: [y]\n')).toEqual(['x', 'y', 'relu', 'sum', 'grad'])
    expect(at(question, '\n  ask: [y]\n')?.back).toBe(2)
    expect(at('- id: a\n  ask: [y]\n  prompt: What is su')).toBeNull()
    expect(at('- id: a\n  front: What is su')).toBeNull()
  })

  it('tells a concept by its title and how a function is called', () => {
    const concepts = completeAt('- id: a\n  concepts: [re', '', ground)?.options
    expect(concepts?.[0]).toEqual({ label: 'relu', kind: 'concept', detail: 'ReLU' })
    const item = '- id: a\n  ask: [y]\n  steps:\n    y: su'
    const sum = completeAt(item, item, ground)?.options.find(({ label }) => label === 'sum')
    expect(sum).toEqual({ label: 'sum', kind: 'function', detail: '(x, axis?)', apply: 'sum(' })
  })
})
