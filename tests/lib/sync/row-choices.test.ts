import { describe, expect, it } from 'vitest'
import type { ImportedRow } from '@/lib/sync/file-import'
import { choiceAt, countChosen, optionsOf, toldChoices, withChoice } from '@/lib/sync/row-choices'

const row = (
  brings: Partial<ImportedRow['brings']>,
  choice: ImportedRow['choice'] = 'take',
): Pick<ImportedRow, 'brings' | 'choice'> => ({
  brings: { added: 0, changed: 0, same: 0, copies: 0, reviews: 0, ...brings },
  choice,
})

const rows = [
  row({ added: 2, reviews: 5 }),
  row({ changed: 1, copies: 1, reviews: 1 }),
  row({ same: 1 }),
  row({ added: 1 }, 'skip'),
  row({ changed: 1, copies: 0 }, 'both'),
]

describe('decisions about rows', () => {
  it('are offered where they change something', () => {
    expect(rows.map(optionsOf)).toEqual([
      ['take', 'skip'],
      ['take', 'both', 'skip'],
      [],
      ['take', 'skip'],
      ['take', 'both', 'skip'],
    ])
    expect(optionsOf(row({ same: 1, reviews: 3 })), 'reviews alone').toEqual(['take', 'skip'])
    expect(optionsOf(row({ same: 1 }, 'skip')), 'an earlier one can be taken back').toEqual(['take', 'skip'])
  })

  it('begin with those of the last time, and are told only where they differ', () => {
    expect(toldChoices(rows, new Map())).toBeNull()
    expect(countChosen(rows, new Map())).toEqual({ cards: 3, reviews: 6, left: 1 })
    const decided = withChoice(rows, new Map(), [0, 1, 2], 'skip')
    expect(toldChoices(rows, decided)).toEqual({ skip: [0, 1, 3], both: [4] })
    expect(countChosen(rows, decided)).toEqual({ cards: 0, reviews: 0, left: 3 })
    expect(toldChoices(rows, withChoice(rows, decided, [0, 1], 'take'))).toBeNull()
  })

  it('reach only the rows that offer them', () => {
    const decided = withChoice(rows, new Map(), [0, 1, 2, 3, 4, 99], 'both')
    expect(rows.map((_, place) => choiceAt(rows, decided, place))).toEqual(['take', 'both', 'take', 'skip', 'both'])
    expect(countChosen(rows, decided).cards).toBe(3)
  })
})
