import { describe, expect, it } from 'vitest'
import { makeRng } from '@/lib/core/rng'
import type { CardFields } from '@/lib/importers/anki/cards/deck-files'
import type { DraftCard } from '@/lib/importers/anki/cards/draft-card'
import { conceptIdOf } from '@/lib/importers/anki/cards/identity'
import { faultsIn, mayFail } from '@/lib/importers/anki/cards/settle'

const pieces = [
  'weights',
  ' and a bias',
  '偏置',
  ' ',
  '\n\n',
  '\n- ',
  '\n1. ',
  '**small**',
  '**very small**',
  '*a*',
  '**',
  '*',
  '==gap==',
  '==two gaps==',
  '== ',
  '==',
  '=',
  '\\*',
  '\\_',
  '\\$',
  ' 2 \\< 3',
  '$x$',
  '$\\frac{1$',
  '<b>',
  '[a](b)',
  '![](c)',
  '# ',
  '> ',
  '    ',
  '`code`',
  '~~x~~',
  '|',
  '1.5',
  '(80 %)',
]

const rng = makeRng('settled cards')
const randomText = () =>
  Array.from({ length: rng.integer(1, 8) }, () => pieces[rng.integer(0, pieces.length - 1)]).join('')

const path = ['Deck']
const fieldsOf = (n: number, texts: Readonly<Record<string, string>>): CardFields => ({
  id: `card-${n}`,
  type: 'front' in texts ? 'basic' : 'cloze',
  concepts: [conceptIdOf(path)],
  ...texts,
})

const anki = { ord: 0 } as DraftCard['anki']
const note = { guid: 'g' } as DraftCard['note']
const draft = (n: number, texts: Readonly<Record<string, string>>): DraftCard => {
  const fields = fieldsOf(n, texts)
  return { id: fields.id, anki, note, path, fields, pictures: [], lossy: [] }
}

describe('a card that is not read a second time', () => {
  it('holds no fault, for 6,000 random texts of which many are not read', () => {
    const cards = Array.from({ length: 3000 }, (_, n) => [
      draft(2 * n, { front: `Why ${randomText()}`, back: `So ${randomText()}` }),
      draft(2 * n + 1, { text: `The ==gap== of ${randomText()}` }),
    ]).flat()
    const trusted = cards.filter((card) => !mayFail(card))
    expect(trusted.length).toBeGreaterThan(300)
    const faults = faultsIn(trusted, 'en')
    const wrong = trusted.flatMap(({ id, fields }) =>
      faults.has(id) ? [`${faults.get(id)} ${JSON.stringify(fields)}`] : [],
    )
    expect(wrong).toEqual([])
    const doubtful = cards.filter(mayFail).slice(0, 300)
    expect(faultsIn(doubtful, 'en').size, 'faults of the others').toBeGreaterThan(50)
  })

  it('is one of plain words, plain emphasis, gaps and lists of one level', () => {
    const fine = ['words', '**bold** words', 'a *b* c', '==gap== here', '- one\n- two', '1. one', '2 \\* 3']
    const doubted = ['$x$', '**bold', '==gap', '- - deep', 'a  \n    code', '<b>', '[a](b)', '**==both==**', 'a**b**c']
    expect(fine.filter((front) => mayFail({ fields: fieldsOf(0, { front }) }))).toEqual([])
    expect(doubted.filter((front) => !mayFail({ fields: fieldsOf(0, { front }) }))).toEqual([])
  })
})
