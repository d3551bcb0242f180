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

const blockWords = (block: Block): string => {
  if (block.kind === 'paragraph') return block.children.map(words).join('')
  if (block.kind === 'code') return block.text
  return block.kind === 'math' ? block.math.spoken : ''
}

/** The first words of a question as plain text, for lists: of its first paragraph, or where it has none, of what it shows. */
export const questionWords = (blocks: readonly Block[]): string => {
  const first = blocks.find(({ kind }) => kind === 'paragraph') ?? blocks.find((block) => blockWords(block) !== '')
  const text = first === undefined ? '' : blockWords(first).replaceAll(/\s+/g, ' ').trim()
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
