import type { ImportedRow, RowChoice, RowChoices } from './file-import'

/** What a person decided about rows by their places, where it is not what the preview proposes. */
export type Decided = ReadonlyMap<number, RowChoice>

type Row = Pick<ImportedRow, 'brings' | 'choice'>

/** What can be decided about a row; nothing where it changes nothing whatever is said. */
export const optionsOf = ({ brings, choice }: Row): readonly RowChoice[] => {
  if (brings.changed > 0) return ['take', 'both', 'skip']
  return brings.added + brings.reviews > 0 || choice !== 'take' ? ['take', 'skip'] : []
}

export const choiceAt = (rows: readonly Row[], decided: Decided, place: number): RowChoice =>
  decided.get(place) ?? rows[place]?.choice ?? 'take'

/** The same decisions, and `choice` for these rows as far as they offer it. */
export const withChoice = (
  rows: readonly Row[],
  decided: Decided,
  places: readonly number[],
  choice: RowChoice,
): Decided => {
  const next = new Map(decided)
  for (const place of places) {
    const row = rows[place]
    if (row === undefined || !optionsOf(row).includes(choice)) continue
    if (row.choice === choice) next.delete(place)
    else next.set(place, choice)
  }
  return next
}

/** What an import brings once all of this is decided. */
export const countChosen = (
  rows: readonly Row[],
  decided: Decided,
): { readonly cards: number; readonly reviews: number; readonly left: number } => {
  const counts = { cards: 0, reviews: 0, left: 0 }
  rows.forEach(({ brings }, place) => {
    const choice = choiceAt(rows, decided, place)
    if (choice === 'skip') {
      counts.left++
      return
    }
    counts.cards += brings.added + (choice === 'both' ? brings.copies : brings.changed)
    counts.reviews += brings.reviews
  })
  return counts
}

/** Every decision as the server is told it; null where all is as the preview proposes. */
export const toldChoices = (rows: readonly Row[], decided: Decided): RowChoices | null => {
  if (decided.size === 0) return null
  const of = (wanted: RowChoice) =>
    rows.flatMap((_, place) => (choiceAt(rows, decided, place) === wanted ? [place] : []))
  return { skip: of('skip'), both: of('both') }
}
