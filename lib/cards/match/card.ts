import { inLanguage, type Words } from '@/lib/core/language'
import type { Block, Inline } from '@/lib/view/block'
import { defineCardType } from '../card-type'
import { gaveUp } from '../gave-up'
import { marked, unanswered } from '../marked'
import type { KeyOf } from '../marking/key'
import { matchCells, openSides } from '../marking/match'
import { shuffle } from '../shuffle'

interface Content {
  readonly question: Words
  readonly pairs: readonly { readonly left: Words; readonly right: Words }[]
}

interface Side {
  readonly id: string
  readonly blocks: readonly Block[]
}

interface Compiled {
  readonly question: readonly Block[]
  readonly pairs: readonly { readonly left: Side; readonly right: Side }[]
}

const line = (blocks: readonly Block[]): readonly Inline[] =>
  blocks.flatMap((block): readonly Inline[] =>
    block.kind === 'paragraph'
      ? block.children
      : block.kind === 'math'
        ? [{ kind: 'math', math: block.math }]
        : block.kind === 'code'
          ? [{ kind: 'code', text: block.text }]
          : [],
  )

const arrow: Inline = { kind: 'text', text: ' → ' }

const solution = (pairs: Compiled['pairs']): Block => ({
  kind: 'list',
  ordered: false,
  start: 1,
  items: pairs.map(({ left, right }) => [
    { kind: 'paragraph', children: [...line(left.blocks), arrow, ...line(right.blocks)] },
  ]),
})

const keyOf = (pairs: Compiled['pairs']): KeyOf<'match'> => ({
  kind: 'match',
  pairs: pairs.map(({ left, right }) => [left.id, right.id]),
})

/** Things on the left, each to be joined to its partner on the right. */
export const match = defineCardType<Content, Compiled>({
  name: 'match',
  read: (fields) => {
    const question = fields.words('question')
    const maps = fields.maps('pairs')
    if (question === null || maps === null) return null
    const pairs = maps.flatMap((pair) => {
      const left = pair.words('left')
      const right = pair.words('right')
      return left === null || right === null ? [] : [{ left, right }]
    })
    if (maps.length < 3 || maps.length > 6)
      return fields.fault('pairs', `There are ${maps.length} pairs.`, 'Write 3 to 6.')
    const twins = new Set(pairs.map(({ right }) => inLanguage(right, 'en').trim()))
    if (twins.size < pairs.length)
      return fields.fault('pairs', 'Two pairs have the same right side.', 'Give every left side its own partner.')
    return pairs.length < maps.length ? null : { question, pairs }
  },
  texts: ({ question, pairs }, language) =>
    [question, ...pairs.flatMap(({ left, right }) => [left, right])].map((words) => inLanguage(words, language)),
  compile: ({ question, pairs }, set, language) => ({
    question: set.blocks(inLanguage(question, language)),
    pairs: pairs.map(({ left, right }, i) => ({
      left: { id: `left-${i + 1}`, blocks: set.blocks(inLanguage(left, language)) },
      right: { id: `right-${i + 1}`, blocks: set.blocks(inLanguage(right, language)) },
    })),
  }),
  present: ({ question, pairs }, { seed }) => ({
    question,
    input: {
      kind: 'match',
      left: shuffle(
        pairs.map(({ left }) => left),
        seed,
        'left',
      ),
      right: shuffle(
        pairs.map(({ right }) => right),
        seed,
        'right',
      ),
    },
    given: null,
    engine: null,
  }),
  key: ({ pairs }) => keyOf(pairs),
  outcome: ({ pairs }, _occasion, answer) => {
    if (answer.kind === 'reveal') return gaveUp([solution(pairs)])
    const key = keyOf(pairs)
    const given = answer.kind === 'match' ? answer.pairs : []
    const open = openSides(key, given)
    return open.length > 0 ? unanswered(open) : marked(matchCells(key, given), [solution(pairs)])
  },
})
