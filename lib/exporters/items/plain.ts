import type { Block, Inline } from '@/lib/view/block'

const plainInlines = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'code':
          return inline.text
        case 'math':
          return `\\(${inline.math.tex}\\)`
        case 'gap':
          return inline.open ? plainInlines(inline.answer) : '＿＿＿'
        case 'value':
          return inline.name
        case 'break':
          return ' '
        default:
          return plainInlines(inline.children)
      }
    })
    .join('')

const plainBlock = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return plainInlines(block.children)
    case 'math':
      return `\\(${block.math.tex}\\)`
    case 'code':
      return block.text
    case 'list':
      return block.items.map(plainBlocks).join('; ')
    case 'quote':
    case 'erratum':
      return plainBlocks(block.children)
    case 'figure':
    case 'explorer':
      return block.alt
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(plainInlines).join(' ')).join('; ')
    case 'tensors':
      return block.items.map(({ name, cells }) => `${name} = ${cells.join(' ')}`).join('; ')
    case 'rule':
      return ''
  }
}

/** Words alone, in one line: titles, and formats that set nothing. */
export const plainBlocks = (blocks: readonly Block[]): string =>
  blocks.map(plainBlock).join(' ').replace(/\s+/g, ' ').trim()

export const titleOf = (blocks: readonly Block[]): string => {
  const words = plainBlocks(blocks).replace(/\\[()]/g, '$')
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}
