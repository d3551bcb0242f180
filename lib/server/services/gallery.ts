import 'server-only'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cutItems } from '@/lib/content/yaml/card-items'
import type { GalleryExample } from '@/lib/sync/gallery'

const decks = ['cs231n', 'sample'] as const

const wordsOf = (text: string, language: string): string => {
  const prompt = /^ {2}prompt:([\s\S]*?)(?=^ {2}\w+:)/m.exec(text)?.[1] ?? ''
  const inline = new RegExp(`\\b${language}:\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\n}]+))`).exec(prompt)
  return (inline?.[1]?.replace(/\\(.)/g, '$1') ?? inline?.[2] ?? '').trim().slice(0, 300)
}

const examplesIn = (deck: string): readonly GalleryExample[] => {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'content', deck)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.cards\.ya?ml$/.test(path))
    .sort()
    .flatMap((path) => cutItems(readFileSync(join(folder, path), 'utf8'))?.items ?? [])
    .filter(({ text }) => /^ {2}ask:/m.test(text) && !/^ {2}type: *(?!compute)/m.test(text))
    .map(({ text }) => ({
      id: /^- id:\s*["']?([\w.-]+)/.exec(text)?.[1] ?? '',
      prompt: { en: wordsOf(text, 'en'), zh: wordsOf(text, 'zh') },
      text,
    }))
    .filter(({ id }) => id !== '')
}

let known: readonly GalleryExample[] | null = null

/** Compute questions that come with the application, to start one's own from. They do not change while it runs. */
export const listGallery = (): readonly GalleryExample[] => {
  known ??= decks.flatMap(examplesIn)
  return known
}
