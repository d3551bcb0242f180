import type { WrittenCard } from '@/lib/content/deck/deck'
import { isError } from '@/lib/core/diagnostic'
import type { Entry, EntryReading } from './read-entry'

/** One card in the list of the draft. */
export interface CardLine {
  readonly path: string
  readonly line: number
  readonly id: string
  /** Empty where it cannot be read, or has not been yet. */
  readonly type: string
  readonly title: string
  readonly errors: number
  readonly warnings: number
}

/** The id of an entry that has not been read, as it is written. */
export const unreadId = (text: string): string => /^\s*-?\s*(?:.*[{,]\s*)?id:\s*["']?([\w.-]+)/m.exec(text)?.[1] ?? ''

/** What begins a text on the same line or the next: a block, a map of languages, a quote. */
const opening = /^(?:[|>][-+]?$|\{? *(?:en|zh): *|["'])/

/** The first words of a card whose fields are not known yet. */
const unreadTitle = (text: string): string => {
  const [, inLine = '', ...below] = /^ +(?:front|question|prompt|text):(.*)((?:\n.*){0,3})/m.exec(text) ?? []
  let rest = `${inLine}${below.join('')}`.trimStart()
  for (;;) {
    const line = rest.split('\n')[0] ?? ''
    const met = opening.exec(line.trimEnd())?.[0]
    if (met === undefined) return line.replace(/["'],? *(?:(?:en|zh):.*)?\}?\s*$/, '').replaceAll('\\\\', '\\')
    rest = rest.slice(met.length).trimStart()
  }
}

const short = (title: string): string => (title.trim().split('\n')[0] ?? '').slice(0, 140)

const idOf = ({ id }: WrittenCard): string => id.slice(id.indexOf('/') + 1)

/** A card that has not been read yet, told from its text alone: enough to find it by. */
export const unreadLine = (path: string, { line, text }: Entry): CardLine => ({
  path,
  line,
  id: unreadId(text),
  type: '',
  title: short(unreadTitle(text)),
  errors: 0,
  warnings: 0,
})

/** The cards of an entry that was read, as if it began the file. */
export const linesOf = (
  path: string,
  { cards, diagnostics }: Pick<EntryReading<WrittenCard>, 'cards' | 'diagnostics'>,
  text: string,
): readonly CardLine[] => {
  const errors = diagnostics.filter(isError).length
  const faults = { errors, warnings: diagnostics.length - errors }
  if (cards.length === 0) return [{ path, line: 1, id: unreadId(text), type: '', title: short(text), ...faults }]
  return cards.map((card, i) => ({
    path,
    line: cards.length === 1 ? 1 : card.place.line,
    id: idOf(card),
    type: card.type.name,
    title: short(card.said().find(({ kind }) => kind === 'prose')?.text ?? text),
    ...(i === 0 ? faults : { errors: 0, warnings: 0 }),
  }))
}
