import { makeFormulas } from '@/lib/content/markdown/formulas'
import { type ReadText, readText } from '@/lib/content/markdown/read'
import type { Setting } from '@/lib/content/typesetter'
import type { Inline } from '@/lib/view/block'

export const read = (text: string, setting: Setting = {}): ReadText => readText(text, 'en', makeFormulas(), setting)

/** The inline content of the first paragraph. */
export const line = (text: string, setting: Setting = {}): readonly Inline[] => {
  const [block] = read(text, setting).blocks
  if (block?.kind !== 'paragraph') throw new Error(`expected a paragraph, got ${block?.kind}`)
  return block.children
}

/** Faults as `line:column message`. */
export const faults = (text: string, setting: Setting = {}): readonly string[] =>
  read(text, setting).faults.map((fault) => `${fault.line}:${fault.column} ${fault.message}`)
