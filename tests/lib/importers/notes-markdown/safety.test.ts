import { describe, expect, it } from 'vitest'
import { isError } from '@/lib/core/diagnostic'
import { faultsOfDeck } from './deck-of-proposals'
import { brokenMutations } from './mutation-trials'
import { fixtures, proposed } from './notes-fixtures'

describe('what notes may hold', () => {
  it('reaches a card as text only: no HTML, no address, no command that loads', () => {
    for (const { fields } of proposed('hostile.md').cards)
      expect(JSON.stringify(fields)).not.toMatch(
        /<\w|javascript:|data:|\\\\(?:href|url|includegraphics|htmlClass)|onload|onerror|https?:/,
      )
  })

  it('makes cards a deck takes without an error', () => {
    for (const { file } of fixtures) {
      const faults = faultsOfDeck(proposed(file).cards).filter(isError)
      expect(faults.map(({ message, line }) => `${file}:${line} ${message}`)).toEqual([])
    }
  })

  it('never breaks the importer, whatever is deleted, doubled, moved or typed', () => {
    expect(
      brokenMutations(
        fixtures.map(({ text }) => text),
        100,
        1,
      ),
    ).toEqual([])
  })
})
