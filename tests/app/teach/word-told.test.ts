import { describe, expect, it } from 'vitest'
import { tellWord } from '@/app/_ui/teach/editor/word-told'
import { cardFormNamed } from '@/lib/cards/forms'

const fields = cardFormNamed('compute')?.fields ?? []
const ground = {
  concepts: [{ id: 'relu', title: 'Rectified linear unit' }],
  functions: [{ name: 'relu', signature: 'relu(x)' }],
}
const hints = [{ line: 3, name: 'out', shape: [2, 3] }]
const tell = (word: string, after: string) => tellWord(word, after, fields, ground, hints)

describe('what is told of a word in the source', () => {
  it('is what a field means, wherever it stands in a card', () => {
    expect(tell('given', ':')).toEqual({ kind: 'field', label: 'given', needed: true })
    expect(tell('says', ': {')).toEqual({ kind: 'field', label: 'says', needed: true })
  })

  it('is how a function is called, where it is called, and else the concept of that id', () => {
    expect(tell('relu', '(h)')).toEqual({ kind: 'function', signature: 'relu(x)' })
    expect(tell('relu', ']')).toEqual({ kind: 'concept', title: 'Rectified linear unit' })
  })

  it('is the shape of a value, and nothing for a word nobody knows', () => {
    expect(tell('out', ' + 1')).toEqual({ kind: 'value', name: 'out', shape: [2, 3] })
    expect(tell('nothing', ' here')).toBeNull()
  })
})
