import { describe, expect, it } from 'vitest'
import { cardTypeNamed } from '@/lib/cards/list'
import { previewCard } from '@/lib/client/notes/preview-card'
import { deskOf, notes } from '../../../app/teach/proposals'

describe('the preview of a proposal', () => {
  it('is the card a learner would get, for every proposal', () => {
    const { cards } = deskOf(notes)
    expect(cards.length).toBeGreaterThan(2)
    for (const card of cards) {
      const preview = previewCard(card, card.language)
      if (preview.kind === 'faults') throw new Error(JSON.stringify(preview.faults))
      const shown = cardTypeNamed(preview.type)?.present(preview.content, { seed: 's', language: 'en' })
      expect(shown?.question.length).toBeGreaterThan(0)
    }
  })

  it('says what is wrong where there is no card', () => {
    const card = { id: 'x', type: 'basic', heading: ['A "quoted": heading'], fields: { front: '$\\frac{$', back: 'b' } }
    const preview = previewCard(card, 'en')
    expect(preview).toMatchObject({ kind: 'faults', faults: [{ message: expect.any(String) }] })
  })
})
