import { expect, it } from 'vitest'
import { plainOf } from '@/app/_ui/teach/notes/proposal-words'

it('a folded card is its first words, without marks, hints and pictures', () => {
  expect(plainOf({ text: '**Adam**: it is ==faster::faster or slower== than SGD.' })).toBe(
    'Adam: it is faster than SGD.',
  )
  expect(
    plainOf({ front: 'What does this figure show?\n\n![figure](figures/a.png)', back: 'A cell.', note: 'x' }),
  ).toBe('What does this figure show? — A cell.')
  expect(plainOf({ question: 'In order?', items: ['a', 'b'] })).toBe('In order? — ["a","b"]')
})
