import type { Block } from '@/lib/view/block'
import type { Input } from '@/lib/view/input'

interface Item {
  readonly blocks: readonly Block[]
}

const list = (items: readonly Item[], ordered: boolean): Block => ({
  kind: 'list',
  ordered,
  start: 1,
  items: items.map(({ blocks }) => blocks),
})

/** What a question asks besides its words, for a page without controls: options, items and partners as lists. */
export const askedBlocks = (input: Input): readonly Block[] => {
  switch (input.kind) {
    case 'choice':
      return [list(input.options, true)]
    case 'order':
      return [list(input.items, false)]
    case 'match':
      return [list(input.left, true), list(input.right, false)]
    case 'numbers':
    case 'text':
    case 'reveal':
      return []
  }
}
