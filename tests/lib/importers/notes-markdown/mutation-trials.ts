import { makeRng, type Rng } from '@/lib/core/rng'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'

const signs = [
  '*',
  '**',
  '$',
  '$$',
  '`',
  '```',
  '[',
  ']',
  '(',
  ')',
  '（',
  '）',
  '<',
  '>',
  '\\',
  '\n',
  '\n\n',
  '    ',
  '- ',
  '1. ',
  '#',
  '|',
  '=',
  '：',
  '，',
  '。',
  '_',
  '~~',
  '{',
  '}',
  '\u0000',
  '\uD800',
  '\u2028',
  '\r',
  '"',
  '![',
  '](',
  '$$\n',
  '\\begin{align}',
  '<!--',
]

const pick = <T>(rng: Rng, list: readonly T[]): T => {
  const one = list[rng.integer(0, list.length - 1)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

/** One to six edits of the kinds people and programs make, from a seed. */
export const mutated = (text: string, seed: string): string => {
  const rng = makeRng('mutation', seed)
  let result = text
  for (let edits = rng.integer(1, 6); edits > 0; edits--) {
    const from = rng.integer(0, result.length)
    const to = Math.min(result.length, from + rng.integer(0, 40))
    const piece = result.slice(from, to)
    const kind = rng.integer(0, 5)
    if (kind === 0) result = result.slice(0, from) + result.slice(to)
    else if (kind === 1) result = result.slice(0, from) + pick(rng, signs) + result.slice(from)
    else if (kind === 2) result = result.slice(0, to) + piece.repeat(rng.integer(1, 30)) + result.slice(to)
    else if (kind === 3)
      result = result.slice(0, from) + pick(rng, signs).repeat(rng.integer(2, 200)) + result.slice(from)
    else if (kind === 4) {
      const other = rng.integer(0, result.length)
      result = result.slice(0, other) + piece + result.slice(other)
    } else result = result.slice(0, from) + [...piece].reverse().join('') + result.slice(to)
  }
  return result
}

/** Mutations that make the importer throw or tell a span that is not there; `slow` collects times over `most` milliseconds. */
export const brokenMutations = (
  texts: readonly string[],
  count: number,
  seed: number,
  clock?: { now: () => number; most: number; worst: number },
): readonly string[] => {
  const broken: string[] = []
  for (let i = 0; i < count; i++) {
    const text = mutated(pick(makeRng('text', seed, i), texts), `${seed}/${i}`)
    const start = clock?.now() ?? 0
    try {
      const { cards } = proposeCards(text, { fileName: text.startsWith('{') ? 'x.ipynb' : 'x.md' })
      if (cards.some(({ source }) => source.text === '' || text.slice(source.from, source.to) !== source.text))
        broken.push(`${seed}/${i}: a span is not its text`)
    } catch (error) {
      broken.push(`${seed}/${i}: ${error instanceof Error ? error.message : String(error)}`)
    }
    if (clock === undefined) continue
    const took = clock.now() - start
    clock.worst = Math.max(clock.worst, took)
    if (took > clock.most) broken.push(`${seed}/${i}: took ${Math.round(took)} ms`)
  }
  return broken
}
