import type { Json } from '@/lib/core/json'
import type { Proposal } from '@/lib/importers/notes-markdown/proposal'
import type { AcceptedCard, SentFigure } from '@/lib/sync/bank-notes'
import { type Desk, fieldsOf, type Mark } from './desk'

const boxesOf = ({ type, fields }: AcceptedCard): readonly Json[] | null =>
  type === 'occlusion' && Array.isArray(fields.boxes) ? fields.boxes : null

/** Whether a card still waits for what only a person can give it. */
export const isIncomplete = (card: Proposal, mark: Mark | undefined): boolean =>
  boxesOf({ ...card, fields: fieldsOf(card, mark) })?.length === 0

/** A picture with several boxes is one card a box: each part has a memory of its own. */
const oneABox = (card: AcceptedCard): readonly AcceptedCard[] => {
  const boxes = boxesOf(card)
  if (boxes === null || 'ask' in card.fields) return [card]
  return boxes.map((_, i) => ({
    ...card,
    id: i === 0 ? card.id : `${card.id}-${i + 1}`,
    fields: { ...card.fields, ask: i + 1 },
  }))
}

/** The proposal that a published card came from. */
export const proposalOf = (card: string): string => card.replace(/-\d+$/, '')

/** What of the accepted proposals is sent. */
export const cardsToPublish = (
  accepted: readonly Proposal[],
  marks: ReadonlyMap<string, Mark>,
): readonly AcceptedCard[] =>
  accepted.flatMap((card) =>
    oneABox({
      id: card.id,
      type: card.type,
      heading: card.heading.slice(0, 20),
      fields: fieldsOf(card, marks.get(card.id)),
    }),
  )

const chunk = 0x8000

const toBase64 = (data: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < data.length; at += chunk) text += String.fromCharCode(...data.subarray(at, at + chunk))
  return btoa(text)
}

/** The pictures these cards show, each once. */
export const figuresOf = (cards: readonly AcceptedCard[], { pictures = [] }: Desk): readonly SentFigure[] => {
  const shown = JSON.stringify(cards)
  const byPath = new Map(pictures.map(({ figure, data }) => [figure, data]))
  return [...byPath].flatMap(([path, data]) => (shown.includes(path) ? [{ path, data: toBase64(data) }] : []))
}
