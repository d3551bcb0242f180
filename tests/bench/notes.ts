import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'
import type { Bench } from './bench'

const fixtures = join(import.meta.dirname, '../fixtures/notes')
const bytes = 5_000_000

const courses = (): readonly string[] => {
  const file = process.env.GRADECK_NOTES
  if (file !== undefined) return [readFileSync(file, 'utf8')]
  return readdirSync(fixtures)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(fixtures, name), 'utf8'))
}

/** The notes again and again, a sign and a letter of each formula changed each time: no two chapters share a sentence or a formula. */
const longNotes = (texts: readonly string[]): string => {
  const chapters: string[] = []
  for (let size = 0, i = 0; size < bytes; i++) {
    const chapter = (texts[i % texts.length] ?? '')
      .replace(/的|the /g, (found) => `${found}${i}`)
      .replace(/\$\$?[^$\n]+\$\$?/g, (formula) => formula.replace(/[xwW]/, (letter) => `${letter}_{${i}}`))
    chapters.push(chapter)
    size += Buffer.byteLength(chapter)
  }
  return chapters.join('\n\n')
}

/** 5 MB of notes imported once; `GRADECK_NOTES` names the notes to repeat, else the fixtures are. */
export const notes: Bench = {
  name: 'notes',
  measure: async () => {
    const texts = courses()
    for (const text of texts) proposeCards(text)
    const text = longNotes(texts)
    const start = performance.now()
    const { cards } = proposeCards(text)
    return [
      {
        what: `5 MB of notes, ${cards.length} proposals`,
        value: { number: (performance.now() - start) / 1_000, unit: 's' },
        bar: 5,
      },
    ]
  },
}
