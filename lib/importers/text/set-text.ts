import { escapeStart, escapeWords } from '../anki/html/escape'
import { type Care, toMarkdown } from '../anki/html/to-markdown'
import type { Reason } from '../reasons'
import { cleanMarkdown } from './clean-markdown'
import { dollarsToBrackets } from './dollars'
import { formulasToTex } from './mathml'
import type { Text } from './text'

export interface TextGround {
  readonly care: Care
  /** Path of a picture in our deck; null where it cannot be kept. */
  readonly figure: (name: string) => string | null
  readonly tell: (kind: Reason['kind'], detail: string) => void
}

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const fromHtml = (source: string, { care, figure, tell }: TextGround): string => {
  const tex = formulasToTex(source, (words) => tell('formula', words.slice(0, 80)))
  const { markdown, losses } = toMarkdown(dollarsToBrackets(tex), { care, figure })
  for (const { what, detail } of losses) tell(what, detail)
  return markdown
}

const literal = (source: string): string =>
  source
    .split('\n')
    .map((line) => escapeStart(escapeWords(line.trim())))
    .join('\n')
    .replace(/(?<!\n)\n(?!\n)/g, '\\\n')
    .trim()

/** Any text of a file as Markdown of ours: no raw HTML, no script, pictures as figures, formulas between dollar signs. */
export const setText = ({ kind, source }: Text, ground: TextGround): string => {
  switch (kind) {
    case 'html':
      return fromHtml(source, ground)
    case 'plain':
      return fromHtml(escapeHtml(source.trim()).replace(/\n/g, '<br>'), ground)
    case 'markdown':
      return ground.care === 'full' ? cleanMarkdown(source, ground.figure, ground.tell) : literal(source)
  }
}
