import type { DeckFile } from './deck'
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
