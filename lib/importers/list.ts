import { ankiText } from './anki-text/importer'
import { canvasQti } from './canvas-qti/importer'
import { csv } from './csv/importer'
import { gift } from './gift/importer'
import { gradeckMarkdown } from './gradeck-markdown/importer'
import { hashcards } from './hashcards/importer'
import type { Importer } from './importer'
import { moodleXml } from './moodle-xml/importer'
import { obsidian } from './obsidian/importer'
import { qti3 } from './qti3/importer'

/** Every importer; the first that content fits reads it. */
export const importers: readonly Importer[] = [
  gradeckMarkdown,
  moodleXml,
  canvasQti,
  qti3,
  gift,
  hashcards,
  ankiText,
  obsidian,
  csv,
]

export const importerNamed = (name: string): Importer | undefined => importers.find((one) => one.name === name)
