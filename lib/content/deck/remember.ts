import type { DeckFile } from './deck'
import { readConcepts } from './read-concepts'
import { readSection, type SectionReader } from './read-section'

interface Known {
  readonly file: DeckFile
  /** Concepts it asked for, and whether they were there. */
  readonly asked: ReadonlyMap<string, boolean>
  readonly reading: ReturnType<SectionReader>
}

/** Reads a section again only when its text was changed or a concept it names came or went. */
export const rememberSections = (): SectionReader => {
  const known = new Map<string, Known>()
  return (file, formulas, concepts, cardWords) => {
    const before = known.get(file.path)
    if (
      before !== undefined &&
      before.file.text === file.text &&
      [...before.asked].every(([name, there]) => concepts.has(name) === there)
    )
      return before.reading
    const asked = new Map<string, boolean>()
    const heard = {
      has: (name: string) => {
        asked.set(name, concepts.has(name))
        return concepts.has(name)
      },
    }
    const reading = readSection(file, formulas, heard, cardWords)
    known.set(file.path, { file, asked, reading })
    return reading
  }
}

/** Reads the concepts again only when their text or the deck's languages were changed. */
export const rememberConcepts = (): typeof readConcepts => {
  let known: { readonly key: string; readonly reading: ReturnType<typeof readConcepts> } | null = null
  return (file, languages) => {
    const key = `${file.path} ${languages.join()}\n${file.text}`
    if (known?.key !== key) known = { key, reading: readConcepts(file, languages) }
    return known.reading
  }
}
