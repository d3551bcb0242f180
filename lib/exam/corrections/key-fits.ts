import type { KeyOf, MarkingKey } from '@/lib/cards/marking/key'
import { normalText } from '@/lib/cards/marking/text'
import type { NewKey } from './correction'

type NewKeyOf<K extends NewKey['kind']> = Extract<NewKey, { kind: K }>

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set(a).size === a.length && a.every((id) => b.includes(id))

/** By kind of key: whether a new one is about the parts the question has, and says of each what is right. */
const rules: {
  readonly [K in NewKey['kind']]: (own: KeyOf<K>, wanted: NewKeyOf<K>, parts: ReadonlySet<string>) => boolean
} = {
  choice: ({ options }, { right }) => right.length > 0 && right.every((id) => options.includes(id)),
  order: (own, { order }) => sameNames(order, own.order),
  match: (own, { pairs }, parts) =>
    sameNames(
      pairs.map(([left]) => left),
      own.pairs.map(([left]) => left),
    ) && pairs.every(([, right]) => parts.has(right)),
  text: (_, { answers }) => answers.some((answer) => normalText(answer) !== ''),
  numbers: ({ asks }, { keys }) => {
    const known = new Map(asks.map((ask) => [ask.name, ask.key.length]))
    const given = Object.entries(keys)
    return given.length > 0 && given.every(([name, cells]) => known.get(name) === cells.length)
  },
}

/** Whether a new key can take the place of a showing's own; `parts` are the names of everything it shows. */
export const keyFits = (own: MarkingKey, wanted: NewKey, parts: ReadonlySet<string>): boolean => {
  // One kind for both is what the comparison has just seen; TypeScript cannot follow it into the table.
  const rule = rules[own.kind] as (own: MarkingKey, wanted: NewKey, parts: ReadonlySet<string>) => boolean
  return own.kind === wanted.kind && rule(own, wanted, parts)
}
