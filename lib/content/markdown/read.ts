import type { Root } from 'mdast'
import type { Language } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import type { Setting } from '../typesetter'
import { setBlocks } from './blocks'
import type { Fault } from './fault'
import type { Formulas } from './formulas'
import { parseMarkdown, refusal } from './parse'
import { type Met, makeDesk } from './setting-desk'

export interface ReadText {
  readonly blocks: readonly Block[]
  readonly faults: readonly Fault[]
  readonly met: Met
}

const none: ReadonlySet<string> = new Set()

/** Markdown to blocks in one language, with everything that is wrong in it. The same text is read once. */
export const readText = (
  text: string,
  language: Language,
  formulas: Formulas,
  setting: Setting = {},
  cardWords: ReadonlySet<string> = none,
): ReadText => {
  // What a card's own values or fences decide cannot be named by the text alone.
  const name = setting.values === undefined && cardWords === none ? `${language} ${setting.gaps ?? ''} ${text}` : null
  const known = name === null ? undefined : formulas.texts.get(name)
  if (known !== undefined) return known
  const refused = refusal(text)
  const { desk, faults } = makeDesk(text, language, setting, formulas, cardWords)
  if (refused !== null) return { blocks: [], faults: [refused], met: desk.met }
  const read = { blocks: setBlocks(parseMarkdown(text).children, desk), faults, met: desk.met }
  if (name !== null) formulas.texts.set(name, read)
  return read
}

/** The same for a tree that was parsed already, without the nodes the caller has dealt with. */
export const readTree = (
  text: string,
  children: Root['children'],
  language: Language,
  formulas: Formulas,
  cardWords: ReadonlySet<string>,
): ReadText => {
  const { desk, faults } = makeDesk(text, language, {}, formulas, cardWords)
  return { blocks: setBlocks(children, desk), faults, met: desk.met }
}
