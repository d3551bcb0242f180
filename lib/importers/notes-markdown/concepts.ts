import { hashText } from '@/lib/core/hash'
import { isFiling } from './words/topics'

/** A concept a deck needs for cards of these notes. */
export interface NotesConcept {
  readonly id: string
  readonly title: string
}

/** The heading a card is filed under: its innermost one that names a matter, at most two levels of items down. */
const titleOf = (heading: readonly string[]): string => {
  const matters = heading.filter((title) => !isFiling(title) && title.length <= 60)
  return matters.at(-1) ?? heading.at(-1) ?? 'Notes'
}

/** An id from a title: its Latin words, and a few signs of its hash where others are lost. */
const idOf = (title: string): string => {
  const latin = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  const lossless = latin.length >= 2 && /^[\x20-\x7e]*$/.test(title)
  return lossless ? latin : `${latin === '' ? 'topic' : latin}-${hashText(title).slice(0, 6)}`
}

export const conceptOf = (heading: readonly string[]): NotesConcept => {
  const title = titleOf(heading)
  return { id: idOf(title), title }
}

/** Every concept that cards of these headings name, in the order of the notes. */
export const conceptsOf = (cards: readonly { readonly heading: readonly string[] }[]): readonly NotesConcept[] => {
  const found = new Map<string, NotesConcept>()
  for (const { heading } of cards) {
    const concept = conceptOf(heading)
    if (!found.has(concept.id)) found.set(concept.id, concept)
  }
  return [...found.values()]
}
