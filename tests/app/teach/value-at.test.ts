import { describe, expect, it } from 'vitest'
import { withNameAt, withValueAt } from '@/app/_ui/teach/editor/value-at'
import { editItem, type FieldPath, itemValue, renameInItem } from '@/lib/content/yaml/edit-item'
import type { Json } from '@/lib/core/json'

const entry = `- id: one
  concepts: [a, b]
  question: { en: Left, zh: 左 }
  given:
    x: { uniform: [-3, 3], decimals: 1 }
    y: 2
  boxes:
    - at: [1, 2, 3, 4]
      label: first
    - at: [5, 6, 7, 8]
      label: second
`

const edits: readonly (readonly [string, FieldPath, Json | undefined])[] = [
  ['a field', ['id'], 'two'],
  ['a field that was not there', ['hint'], 'see above'],
  ['a word of one language', ['question'], { en: 'Right', zh: '左' }],
  ['a named entry', ['given', 'y'], 3],
  ['a part of a named entry', ['given', 'x', 'decimals'], undefined],
  ['a named entry that goes', ['given', 'x'], undefined],
  ['a named entry that comes', ['given', 'z'], 0],
  ['an entry of a list', ['boxes', 1, 'label'], 'third'],
  ['an entry of a list that goes', ['boxes', 0], undefined],
  ['an entry of a list that comes', ['boxes', 2], { at: [0, 0, 9, 9], label: '' }],
]

describe('what a form shows before the source has heard of it', () => {
  it.each(edits)('is what the source then says: %s', (_, path, next) => {
    expect(withValueAt(itemValue(entry) ?? null, path, next)).toEqual(itemValue(editItem(entry, path, next) ?? ''))
  })

  it.each([
    ['another name', 'w'],
    ['one that is taken, which changes nothing', 'y'],
  ])('is what the source then says of a name: %s', (_, name) => {
    const before = itemValue(entry) ?? null
    const text = renameInItem(entry, ['given', 'x'], name)
    const shown = withNameAt(before, ['given', 'x'], name)
    expect(JSON.stringify(shown)).toBe(JSON.stringify(text === null ? before : itemValue(text)))
  })
})
