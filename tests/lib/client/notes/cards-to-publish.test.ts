import { expect, it } from 'vitest'
import { cardsToPublish, figuresOf, isIncomplete, proposalOf } from '@/lib/client/notes/cards-to-publish'
import type { Desk, Mark } from '@/lib/client/notes/desk'
import { addPictures } from '@/lib/client/notes/pictures'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'

const data = new TextEncoder().encode('<svg viewBox="0 0 1 1"></svg>')
const other = new TextEncoder().encode('<svg viewBox="0 0 2 2"></svg>')
const { pictures } = addPictures(
  [],
  [
    { name: 'cell.svg', data },
    { name: 'unused.svg', data: other },
  ],
)
const text = '# LSTM\n\n![A cell with three gates](pic/cell.svg)\n'
const { cards } = proposeCards(text, { images: pictures })
const desk: Desk = { notes: 'abcd12', name: 'a.md', text, cards, diagnostics: [], changes: null, pictures }
const proposal = cards.find(({ type }) => type === 'occlusion')
if (proposal === undefined) throw new Error('no picture to cover was proposed')

const drawn = (...labels: readonly string[]): ReadonlyMap<string, Mark> =>
  new Map([
    [
      proposal.id,
      {
        decided: 'accepted',
        fields: { ...proposal.fields, boxes: labels.map((label, i) => ({ at: [10 * i, 0, 9, 9], label })) },
      },
    ],
  ])

it('a picture waits for its boxes, and every box becomes a card with a memory of its own', () => {
  expect(isIncomplete(proposal, undefined)).toBe(true)
  const marks = drawn('input gate', 'forget gate')
  expect(isIncomplete(proposal, marks.get(proposal.id))).toBe(false)
  const sent = cardsToPublish([proposal], marks)
  expect(sent.map(({ id, fields }) => [id, fields.ask])).toEqual([
    [proposal.id, 1],
    [`${proposal.id}-2`, 2],
  ])
  expect(sent.map(({ id }) => proposalOf(id))).toEqual([proposal.id, proposal.id])
})

it('only pictures that the cards show are sent along', () => {
  const sent = figuresOf(cardsToPublish([proposal], drawn('gate')), desk)
  expect(sent).toEqual([{ path: pictures[0]?.figure, data: btoa(new TextDecoder().decode(data)) }])
  expect(figuresOf([], desk)).toEqual([])
})
