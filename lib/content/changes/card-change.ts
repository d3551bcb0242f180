import type { WrittenCard } from '../deck/deck'
import type { SaidPart } from '../deck/said'
import { changesMeaning } from './meaning'
import { type Segment, textChange } from './text-change'

/** A part of a card that reads differently. */
export interface PartChange extends Pick<SaidPart, 'path' | 'language' | 'kind'> {
  readonly change: 'added' | 'gone' | 'changed'
  readonly segments: readonly Segment[]
}

/** What a publication does to one card. */
export interface CardChange {
  /** Authored id, without the deck's. */
  readonly id: string
  readonly type: string
  /** The first words it says. */
  readonly title: string
  readonly kind: 'added' | 'changed' | 'moved' | 'gone'
  /** Whether what it asks may be something else now, so that memory of it might be worth nothing. */
  readonly meaning: 'kept' | 'changed'
  readonly parts: readonly PartChange[]
}

const longestTitle = 140

const titleOf = (parts: readonly SaidPart[]): string => {
  const first = parts.find(({ kind }) => kind === 'prose') ?? parts[0]
  const line = (first?.text ?? '').trim().split('\n')[0] ?? ''
  return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line
}

const keyOf = ({ path, language }: Pick<SaidPart, 'path' | 'language'>): string => `${path} ${language ?? ''}`

const whole = (part: SaidPart, change: 'added' | 'gone'): PartChange => ({
  path: part.path,
  language: part.language,
  kind: part.kind,
  change,
  segments: [{ kind: change, text: part.text }],
})

/** The parts that differ, in the order they are written now; what is gone stands last. */
const partChanges = (before: readonly SaidPart[], after: readonly SaidPart[]): readonly PartChange[] => {
  const old = new Map(before.map((part) => [keyOf(part), part]))
  const now = new Set(after.map(keyOf))
  const changed = after.flatMap((part): readonly PartChange[] => {
    const was = old.get(keyOf(part))
    if (was === undefined) return [whole(part, 'added')]
    if (was.text === part.text) return []
    const { path, language, kind } = part
    return [{ path, language, kind, change: 'changed', segments: textChange(was.text, part.text) }]
  })
  return [...changed, ...before.filter((part) => !now.has(keyOf(part))).map((part) => whole(part, 'gone'))]
}

const placeOf = (card: WrittenCard): string => JSON.stringify([card.concepts, card.section, card.tags])

const authoredId = (card: WrittenCard): string => card.id.slice(card.id.indexOf('/') + 1)

/** What became of a card; null where nothing did. Only ids decide who is who. */
export const cardChange = (before: WrittenCard | null, after: WrittenCard | null): CardChange | null => {
  const card = after ?? before
  if (card === null) return null
  const base = { id: authoredId(card), type: card.type.name, title: titleOf(card.said()) }
  if (before === null) return { ...base, kind: 'added', meaning: 'kept', parts: partChanges([], card.said()) }
  if (after === null) return { ...base, kind: 'gone', meaning: 'kept', parts: partChanges(card.said(), []) }
  if (before.revision === after.revision)
    return placeOf(before) === placeOf(after) ? null : { ...base, kind: 'moved', meaning: 'kept', parts: [] }
  const parts = partChanges(before.said(), after.said())
  const other = before.type.name !== after.type.name || changesMeaning(parts)
  // Only how it is laid out in the file differs.
  if (parts.length === 0 && !other) return null
  return { ...base, kind: 'changed', meaning: other ? 'changed' : 'kept', parts }
}
