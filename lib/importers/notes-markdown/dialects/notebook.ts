import type { Line } from '../parse/line'
import { type JsonNode, readJson } from './json-places'

const member = (node: JsonNode | undefined, key: string): JsonNode | undefined =>
  node?.kind === 'object' ? node.members.get(key) : undefined

const textOf = (node: JsonNode | undefined): string => (node?.kind === 'string' ? node.value : '')

/** A cell's source: one text, or a list of texts that follow each other. */
const piecesOf = (source: JsonNode | undefined): Extract<JsonNode, { kind: 'string' }>[] =>
  source?.kind === 'string'
    ? [source]
    : source?.kind === 'array'
      ? source.items.filter((item) => item.kind === 'string')
      : []

const linesOf = (source: JsonNode | undefined): Line[] => {
  const lines: Line[] = []
  let text = ''
  let map: number[] = []
  let end = 0
  const push = () => {
    lines.push({ text, at: map[0] ?? end, map: [...map, end] })
    text = ''
    map = []
  }
  for (const piece of piecesOf(source)) {
    for (let i = 0; i < piece.value.length; i++) {
      const c = piece.value.charAt(i)
      end = piece.places[i + 1] ?? end
      if (c === '\n') {
        end = piece.places[i] ?? end
        push()
      } else if (c !== '\r') {
        text += c
        map.push(piece.places[i] ?? end)
      }
    }
  }
  if (text !== '') push()
  return lines
}

const empty = (at: number): Line => ({ text: '', at, map: [at] })

/** The Markdown and code cells of a Jupyter notebook as lines that know their place in the file; null when it is none. */
export const readNotebook = (text: string): Line[] | null => {
  const root = readJson(text)
  const cells = member(root ?? undefined, 'cells')
  if (cells?.kind !== 'array') return null
  const kernel = member(member(root ?? undefined, 'metadata'), 'language_info')
  const language = textOf(member(kernel, 'name')) || 'python'
  return cells.items.flatMap((cell): Line[] => {
    const type = textOf(member(cell, 'cell_type'))
    const source = linesOf(member(cell, 'source'))
    const at = source[0]?.at ?? 0
    if (source.length === 0) return []
    if (type === 'markdown') return [...source, empty(at)]
    if (type !== 'code') return []
    const fence = (sign: string, place: number): Line => ({
      text: sign,
      at: place,
      map: Array.from({ length: sign.length + 1 }, () => place),
    })
    const last = source.at(-1)
    const end = last?.map?.at(-1) ?? at
    return [empty(at), fence(`\`\`\`\`\`\`\`${language}`, at), ...source, fence('```````', end), empty(end)]
  })
}
