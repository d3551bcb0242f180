import { describe, expect, it } from 'vitest'
import { quickFix } from '@/app/_ui/teach/editor/quick-fixes'
import { cardTypes } from '@/lib/cards/list'
import { readDeck } from '@/lib/content/deck/read-deck'

const concepts = ['softmax', 'softmax-loss', 'relu', 'hinge-loss']

const faultOf = (text: string) => {
  const listed = concepts.map((id) => `- { id: ${id}, study: 1, title: T }\n`).join('')
  const files = [
    { path: 'deck.yaml', text: 'id: d\ntitle: D\nauthor: A\nlicence: MIT\n' },
    { path: 'concepts.yaml', text: listed },
    { path: 'a.cards.yaml', text },
  ]
  const [fault] = readDeck(files, cardTypes).diagnostics
  if (fault === undefined) throw new Error('There is no fault.')
  return fault
}
const card = (fields: string) => `- id: a.x\n  concepts: [relu]\n  front: F\n  back: B\n${fields}`

describe('the cure of a fault that can be put in', () => {
  it('is the nearest concepts for an id that is none, in a card and in a link', () => {
    expect(quickFix(faultOf(card('').replace('[relu]', '[softmx-loss]')), concepts)).toEqual({
      wrong: 'softmx-loss',
      meant: ['softmax-loss'],
    })
    expect(quickFix(faultOf(card('').replace('[relu]', '[sofmax]')), concepts)?.meant).toEqual(['softmax'])
    expect(quickFix(faultOf(card('').replace('F', '"see [it](concept:hinge-los)"')), concepts)).toEqual({
      wrong: 'hinge-los',
      meant: ['hinge-loss'],
    })
  })

  it('is the field or type that was meant', () => {
    expect(quickFix(faultOf(card('  nots: N\n')), concepts)).toEqual({ wrong: 'nots', meant: ['note'] })
    expect(quickFix(faultOf(card('  type: basc\n')), concepts)).toEqual({ wrong: 'basc', meant: ['basic'] })
  })

  it('is the prerequisite that was meant, never the concept that requires it', () => {
    const message = '"softmax-loss" requires "sofmax", which is no concept.'
    const fix = quickFix({ message, hint: 'Did you mean "softmax"?' }, concepts)
    expect(fix).toEqual({ wrong: 'sofmax', meant: ['softmax'] })
  })

  it('is none where nothing is like it, or an author must think', () => {
    expect(quickFix(faultOf(card('').replace('[relu]', '[zzzzzzzz]')), concepts)).toBeNull()
    expect(quickFix({ message: '"a: b" is no field.', hint: 'Did you mean "ab"?' }, concepts)).toBeNull()
    expect(quickFix(faultOf('- id: a.x\n  concepts: [relu]\n  front: F\n'), concepts)).toBeNull()
  })
})
