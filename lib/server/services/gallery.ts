import 'server-only'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cutItems } from '@/lib/content/yaml/card-items'
import { itemValue } from '@/lib/content/yaml/edit-item'
import { object, text } from '@/lib/core/decode'
import type { GalleryExample } from '@/lib/sync/gallery'

const decks = ['cs231n', 'sample'] as const

/** As much of a question as tells it from others. */
const most = 300

const begun = (words: string): string => {
  const plain = words.trim()
  return plain.length > most ? `${plain.slice(0, most).replace(/\s+\S*$/, '')} …` : plain
}

const decodePrompt = object({ prompt: object({ en: text(100_000), zh: text(100_000) }) })

const wordsOf = (entry: string): GalleryExample['prompt'] => {
  const read = decodePrompt(itemValue(entry))
  if (!read.ok) return { en: '', zh: '' }
  const { en, zh } = read.value.prompt
  return { en: begun(en), zh: begun(zh) }
}

const examplesIn = (deck: string): readonly GalleryExample[] => {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'content', deck)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.cards\.ya?ml$/.test(path))
    .sort()
    .flatMap((path) => cutItems(readFileSync(join(folder, path), 'utf8'))?.items ?? [])
    .filter((item) => /^ {2}ask:/m.test(item.text) && !/^ {2}type: *(?!compute)/m.test(item.text))
    .map((item) => ({
      id: /^- id:\s*["']?([\w.-]+)/.exec(item.text)?.[1] ?? '',
      prompt: wordsOf(item.text),
      text: item.text,
    }))
    .filter(({ id }) => id !== '')
}

let known: readonly GalleryExample[] | null = null

/** Compute questions that come with the application, to start one's own from. They do not change while it runs. */
export const listGallery = (): readonly GalleryExample[] => {
  known ??= decks.flatMap(examplesIn)
  return known
}
