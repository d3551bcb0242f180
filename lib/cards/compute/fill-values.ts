import type { Block, Inline } from '@/lib/view/block'

/** The text of a named value, or null for a name that has none. */
export type TextOf = (name: string) => string | null

const fillInline = (inline: Inline, textOf: TextOf): Inline => {
  switch (inline.kind) {
    case 'value':
      return { kind: 'text', text: textOf(inline.name) ?? inline.name }
    case 'strong':
    case 'emphasis':
    case 'mark':
    case 'link':
      return { ...inline, children: inline.children.map((child) => fillInline(child, textOf)) }
    default:
      return inline
  }
}

/** Blocks with the numbers of a variant put in for their names. */
export const fillValues = (blocks: readonly Block[], textOf: TextOf): readonly Block[] => {
  const line = (children: readonly Inline[]) => children.map((child) => fillInline(child, textOf))
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return { ...block, children: line(block.children) }
      case 'list':
        return { ...block, items: block.items.map((item) => fillValues(item, textOf)) }
      case 'quote':
      case 'erratum':
        return { ...block, children: fillValues(block.children, textOf) }
      case 'figure':
        return { ...block, caption: line(block.caption) }
      case 'table':
        return { ...block, header: block.header.map(line), rows: block.rows.map((row) => row.map(line)) }
      default:
        return block
    }
  })
}

/** The names whose values blocks want. */
export const namesIn = (blocks: readonly Block[]): ReadonlySet<string> => {
  const names = new Set<string>()
  fillValues(blocks, (name) => {
    names.add(name)
    return null
  })
  return names
}
