import 'server-only'
import type { Block, Inline } from '@/lib/view/block'

const words = (inline: Inline): string => {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'math':
      return inline.math.spoken
    case 'value':
      return '…'
    case 'gap':
      return '___'
    case 'break':
      return ' '
    default:
      return inline.children.map(words).join('')
  }
}

const longest = 160

/** The first paragraph of a question as plain text, for lists. */
export const questionWords = (blocks: readonly Block[]): string => {
  const first = blocks.find((block) => block.kind === 'paragraph')
  const text = first === undefined ? '' : first.children.map(words).join('').replaceAll(/\s+/g, ' ').trim()
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
