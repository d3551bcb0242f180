import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { adopted, appended, firstConcept, startOf, withConcept, withoutEntry } from '@/app/_ui/teach/editor/new-card'

describe('a new card', () => {
  it('has an id of its own and the concept at hand', () => {
    expect(startOf('basic', 'relu', new Set())).toBe('- id: relu.basic\n  concepts: [relu]\n  front: ""\n  back: ""\n')
    expect(startOf('basic', 'relu', new Set(['relu.basic', 'relu.basic-2']))).toContain('- id: relu.basic-3\n')
  })

  it('stands at the end of the file, and tells its line', () => {
    expect(appended('', '- id: a\n')).toEqual({ text: '- id: a\n', line: 1 })
    expect(appended('- id: a\n  front: x\n\n\n', '- id: b\n')).toEqual({
      text: '- id: a\n  front: x\n\n- id: b\n',
      line: 4,
    })
  })

  it('from the gallery leaves behind where it stood', () => {
    const entry = '- id: adam.step\n  concepts: [adam]\n  section: adam\n  tags: [x]\n  prompt: What?\n  ask: [y]\n'
    expect(adopted(entry, 'mine', new Set(['adam.step']))).toBe(
      '- id: adam.step-2\n  concepts: [mine]\n  prompt: What?\n  ask: [y]\n',
    )
  })

  it('begins a bank with a concept called after it, whatever the title', () => {
    const empty = { text: () => null }
    expect(firstConcept(empty, 'ReLU & friends')).toMatchObject({ path: 'concepts.yaml', concept: 'relu-friends' })
    expect(firstConcept(empty, '激活函数')).toMatchObject({ concept: 'main' })
    expect(firstConcept({ text: () => '- { id: a }\n' }, 'x')).toBeNull()
  })

  it('can be taken out again, and nothing else with it', () => {
    expect(withoutEntry('- id: a\n- id: b\n  x: 1\n- id: c\n', 2)).toBe('- id: a\n- id: c\n')
  })
})

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

  it('stands in the brackets of a list that has them, and no list of concepts is begun anew', () => {
    const before = '[{ id: relu, study: 1, title: ReLU }, {"id": "tanh"}]\n'
    const { text, id } = withConcept(before, 'Tanh')
    expect(id).toBe('tanh-2')
    expect(parse(text)).toEqual([...parse(before), { id: 'tanh-2', study: 1, title: 'Tanh' }])
    expect(firstConcept({ text: () => before }, 'Gates')).toBeNull()
    expect(firstConcept({ text: () => '# mine\n' }, 'Gates')?.text).toMatch(/^# mine\n- /)
  })

  it('has an id that is read as a word and not as a number or as nothing', () => {
    expect(withConcept('', '第 3 章').id).toBe('concept-3')
    expect(firstConcept({ text: () => null }, '2024')?.concept).toBe('main-2024')
    expect(withConcept('', '1e5').id).toBe('concept-1e5')
    expect(withConcept('', 'Null').id).toBe('concept-null')
    expect(withConcept('', '2D pooling').id).toBe('2d-pooling')
  })
})
