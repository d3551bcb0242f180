import type { Block, Inline } from '@/lib/view/block'

const plain = (inline: Inline): readonly Inline[] => {
  if (inline.kind === 'link') return inline.children.flatMap(plain)
  return 'children' in inline ? [{ ...inline, children: inline.children.flatMap(plain) }] : [inline]
}

const line = (children: readonly Inline[]): readonly Inline[] => children.flatMap(plain)

/** The same text with the words of its links, but nowhere to go: a page of the notes may hold the answer. */
export const withoutLinks = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return { ...block, children: line(block.children) }
      case 'list':
        return { ...block, items: block.items.map(withoutLinks) }
      case 'quote':
      case 'erratum':
        return { ...block, children: withoutLinks(block.children) }
      case 'figure':
      case 'explorer':
        return { ...block, caption: line(block.caption) }
      case 'table':
        return { ...block, header: block.header.map(line), rows: block.rows.map((row) => row.map(line)) }
      default:
        return block
    }
  })
