import { computeFace } from '@/lib/cards/compute/face'
import type { Bundle } from '@/lib/content/bundle'
import type { Block } from '@/lib/view/block'
import type { Input } from '@/lib/view/input'

interface Measured {
  readonly card: string
  readonly sizes: { readonly [measure: string]: number }
}

const cellsOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1)

const measure = (card: string, question: readonly Block[], input: Input): Measured => {
  const given = question.flatMap((block) => (block.kind === 'tensors' ? block.items : []))
  const asks = input.kind === 'numbers' ? input.asks : []
  const text = question.filter(({ kind }) => kind !== 'tensors')
  return {
    card,
    sizes: {
      givenCells: given.reduce((sum, { shape }) => sum + cellsOf(shape), 0),
      givenRows: given.reduce((sum, { shape }) => sum + cellsOf(shape.slice(0, -1)), 0),
      givenWidth: Math.max(0, ...given.map(({ shape }) => shape.at(-1) ?? 1)),
      text: JSON.stringify(text, (key, value) => (key === 'html' || key === 'tex' ? undefined : value)).length,
      askedCells: asks.reduce((sum, { shape }) => sum + cellsOf(shape), 0),
      askedWidth: Math.max(0, ...asks.map(({ shape }) => shape.at(-1) ?? 1)),
      asks: asks.length,
    },
  }
}

/** The computed questions of the published decks that need most room, the `each` largest by every measure. */
export const longestQuestions = async (url: string, each: number): Promise<readonly string[]> => {
  const { decks } = (await (await fetch(`${url}/api/decks`)).json()) as { decks: { id: string; version: string }[] }
  const all: Measured[] = []
  for (const { id, version } of decks) {
    const response = await fetch(`${url}/api/decks/${id}/bundle?version=${version}&language=en`)
    for (const { id: card, type, content } of ((await response.json()) as Bundle).cards) {
      if (type !== 'compute') continue
      const { question, input } = computeFace.present(content, { seed: 'measured', language: 'en' })
      all.push(measure(card, question, input))
    }
  }
  const measures = Object.keys(all[0]?.sizes ?? {})
  const largest = measures.flatMap((name) =>
    [...all].sort((a, b) => (b.sizes[name] ?? 0) - (a.sizes[name] ?? 0)).slice(0, each),
  )
  return [...new Set(largest.map(({ card }) => card))]
}
