import { cutSource, firstWords } from '../draft/draft'
import { withoutTags } from '../text/without-tags'
import type { DraftCard } from './cards/draft-card'
import type { Collection } from './collection/collection'
import { groupBy } from './group-by'
import { decodeEntities } from './html/entities'
import type { LossyRow, NoteRow } from './report'

const wordsOf = (html: string): string => firstWords(decodeEntities(withoutTags(html, ' ')))

/** The first words there are. */
const titleOf = (fields: readonly string[]): string => {
  for (const field of fields) {
    const words = wordsOf(field)
    if (words !== '') return words
  }
  return ''
}

/** Every note of a collection with what became of it. */
export const noteRows = (
  { notes }: Pick<Collection, 'notes'>,
  cards: readonly DraftCard[],
  lossy: readonly LossyRow[],
): readonly NoteRow[] => {
  const cardsOf = groupBy(cards, ({ note }) => note.id)
  const losses = new Map<string, LossyRow[]>()
  for (const row of lossy) if (row.guid !== null) losses.set(row.guid, [...(losses.get(row.guid) ?? []), row])
  const seen = new Set<string>()
  return notes.map((note, i): NoteRow => {
    const own = cardsOf.get(note.id) ?? []
    // The second note with a guid is told as such alone; the first has losses of its own.
    const twin = seen.has(note.guid)
    seen.add(note.guid)
    const told = (losses.get(note.guid) ?? []).filter(({ kind }) => (kind === 'same-guid') === twin)
    const reasons = [...new Map(told.map(({ kind, detail }) => [`${kind} ${detail}`, { kind, detail }])).values()]
    const skipped = own.length === 0
    return {
      line: i + 1,
      entry: own[0]?.path.join('::') ?? null,
      title: titleOf(note.fields),
      outcome: skipped ? 'skipped' : reasons.length > 0 ? 'lossy' : 'imported',
      reasons,
      source: skipped ? cutSource(note.fields.join('\t')) : '',
      cards: own.map(({ id }) => id),
    }
  })
}
