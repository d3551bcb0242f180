import { fromBase64 } from '../../text/base64'
import { type JsonNode, readJson } from './json-places'

/** A picture pasted into a cell of a notebook. */
export interface NotebookPicture {
  /** As its cell writes it: `attachment:name`. */
  readonly name: string
  readonly data: Uint8Array
  /** Where the cell's text stands in the file. */
  readonly within: readonly [from: number, to: number]
}

const most = 200

const members = (node: JsonNode | undefined): ReadonlyMap<string, JsonNode> =>
  node?.kind === 'object' ? node.members : new Map()

const rangeOf = (source: JsonNode | undefined): readonly [number, number] | null => {
  const texts = source?.kind === 'array' ? source.items : source === undefined ? [] : [source]
  const places = texts.flatMap((text) => (text.kind === 'string' ? [text.places[0] ?? 0, text.places.at(-1) ?? 0] : []))
  const [from] = places
  const to = places.at(-1)
  return from === undefined || to === undefined ? null : [from, to]
}

/** The pictures that a notebook carries in its Markdown cells; none where it is no notebook. */
export const notebookPictures = (text: string): readonly NotebookPicture[] => {
  const cells = members(readJson(text) ?? undefined).get('cells')
  if (cells?.kind !== 'array') return []
  return cells.items
    .flatMap((cell): NotebookPicture[] => {
      const within = rangeOf(members(cell).get('source'))
      if (within === null) return []
      return [...members(members(cell).get('attachments'))].flatMap(([name, kinds]): NotebookPicture[] => {
        const [coded] = [...members(kinds)].flatMap(([kind, value]) =>
          kind.startsWith('image/') && value.kind === 'string' ? [value.value] : [],
        )
        const data = coded === undefined ? null : fromBase64(coded)
        return data === null ? [] : [{ name: `attachment:${name}`, data, within }]
      })
    })
    .slice(0, most)
}
