import type { Block } from '@/lib/view/block'
import type { Answer, Input } from '@/lib/view/input'
import type { ExamQuestion, PartNames } from './question'
import { withoutLinks } from './without-links'

/**
 * Cards name their parts in the author's order, which is the right one: `item-1` comes first, `left-2` belongs to `right-2`.
 * Here they are named by the place they are shown at.
 */
const namesOf = (input: Input): PartNames => {
  const named = (prefix: string, parts: readonly { readonly id: string }[]) =>
    parts.map(({ id }, place): [string, string] => [id, `${prefix}${place + 1}`])
  switch (input.kind) {
    case 'choice':
      return Object.fromEntries(named('o', input.options))
    case 'order':
      return Object.fromEntries(named('o', input.items))
    case 'match':
      return Object.fromEntries([...named('l', input.left), ...named('r', input.right)])
    case 'numbers':
      return Object.fromEntries(input.asks.map(({ name }, place) => [name, `a${place + 1}`]))
    default:
      return {}
  }
}

type Part = { readonly id: string; readonly blocks: readonly Block[] }

const rename = (input: Input, names: PartNames): Input => {
  const part = ({ id, blocks }: Part): Part => ({ id: names[id] ?? '', blocks: withoutLinks(blocks) })
  switch (input.kind) {
    case 'reveal':
      return { kind: 'reveal' }
    case 'choice':
      return { kind: 'choice', options: input.options.map(part), multiple: input.multiple }
    case 'order':
      return { kind: 'order', items: input.items.map(part) }
    case 'match':
      return { kind: 'match', left: input.left.map(part), right: input.right.map(part) }
    case 'numbers':
      return {
        kind: 'numbers',
        asks: input.asks.map(({ name, label, unit, shape, precision, options }) => ({
          name: names[name] ?? '',
          label,
          ...(unit === undefined ? {} : { unit }),
          shape,
          precision,
          options,
        })),
      }
    case 'text':
      return { kind: 'text', placeholder: input.placeholder, code: input.code }
  }
}

/** A question without anything that tells its answer, field by field: what is not named here never leaves the server. */
export const disguise = (shown: {
  readonly question: readonly Block[]
  readonly input: Input
}): { readonly question: ExamQuestion; readonly names: PartNames } => {
  const names = namesOf(shown.input)
  return { question: { blocks: withoutLinks(shown.question), input: rename(shown.input, names) }, names }
}

/** A showing's input with its parts in the card's own names again, for whoever corrects its key. */
export const revealInput = (names: PartNames, input: Input): Input =>
  rename(input, Object.fromEntries(Object.entries(names).map(([mine, shown]) => [shown, mine])))

/** An answer with its parts named anew. What has no new name is dropped. */
const renameAnswer = (names: ReadonlyMap<string, string>, answer: Answer): Answer => {
  const known = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? [])
  switch (answer.kind) {
    case 'choice':
      return { kind: 'choice', chosen: known(answer.chosen) }
    case 'order':
      return { kind: 'order', order: known(answer.order) }
    case 'match':
      return {
        kind: 'match',
        pairs: answer.pairs.flatMap(([left, right]) => {
          const [a, b] = [names.get(left), names.get(right)]
          return a === undefined || b === undefined ? [] : [[a, b] as const]
        }),
      }
    case 'numbers':
      return {
        kind: 'numbers',
        cells: Object.fromEntries(
          Object.entries(answer.cells).flatMap(([name, cells]) => {
            const mine = names.get(name)
            return mine === undefined ? [] : [[mine, cells] as const]
          }),
        ),
      }
    default:
      return answer
  }
}

/** An answer in the card's own names. What names no part of the question is dropped. */
export const revealAnswer = (names: PartNames, answer: Answer): Answer =>
  renameAnswer(new Map(Object.entries(names).map(([mine, shown]) => [shown, mine])), answer)

/** An answer in a showing's public names, as its student's device sends it. */
export const disguiseAnswer = (names: PartNames, answer: Answer): Answer =>
  renameAnswer(new Map(Object.entries(names)), answer)
