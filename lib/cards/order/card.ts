import { inLanguage, type Words } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import { defineCardType } from '../card-type'
import { gaveUp } from '../gave-up'
import { marked, unanswered } from '../marked'
import type { KeyOf } from '../marking/key'
import { isWholeOrder, orderCells } from '../marking/order'
import { shuffle } from '../shuffle'

interface Content {
  readonly question: Words
  readonly items: readonly Words[]
}

interface Item {
  readonly id: string
  readonly blocks: readonly Block[]
}

interface Compiled {
  readonly question: readonly Block[]
  /** In the right order. */
  readonly items: readonly Item[]
}

/** Never the right order by chance: the first shuffle that differs is shown. */
const mixed = (items: readonly Item[], seed: string): readonly Item[] => {
  for (let attempt = 0; ; attempt++) {
    const order = shuffle(items, seed, 'items', attempt)
    if (order.some((item, i) => item !== items[i])) return order
  }
}

const keyOf = (items: readonly Item[]): KeyOf<'order'> => ({ kind: 'order', order: items.map(({ id }) => id) })

/** Steps to be put in their order. */
export const order = defineCardType<Content, Compiled>({
  name: 'order',
  read: (fields) => {
    const question = fields.words('question')
    const items = fields.wordsList('items')
    if (question === null || items === null) return null
    if (items.length < 3 || items.length > 7)
      return fields.fault('items', `There are ${items.length} items.`, 'Write 3 to 7, in the right order.')
    return { question, items }
  },
  texts: ({ question, items }, language) => [question, ...items].map((words) => inLanguage(words, language)),
  compile: ({ question, items }, set, language) => ({
    question: set.blocks(inLanguage(question, language)),
    items: items.map((words, i) => ({ id: `item-${i + 1}`, blocks: set.blocks(inLanguage(words, language)) })),
  }),
  present: ({ question, items }, { seed }) => ({
    question,
    input: { kind: 'order', items: mixed(items, seed) },
    given: null,
    engine: null,
  }),
  key: ({ items }) => keyOf(items),
  outcome: ({ items }, _occasion, answer) => {
    const told: Block = { kind: 'list', ordered: true, start: 1, items: items.map((item) => item.blocks) }
    if (answer.kind === 'reveal') return gaveUp([told])
    const key = keyOf(items)
    const given = answer.kind === 'order' ? answer.order : []
    return isWholeOrder(key, given) ? marked(orderCells(key, given), [told]) : unanswered(key.order)
  },
})
