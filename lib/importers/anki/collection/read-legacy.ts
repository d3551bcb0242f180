import { asNumber, asNumbers, asText, entriesOf, inside, parsed, textAt } from './cells'
import type { AnkiDeck, AnkiPreset, Collection, Notetype } from './collection'
import type { Tables } from './tables'

type Frame = Pick<Collection, 'decks' | 'presets' | 'notetypes' | 'zoneOffset' | 'dayStartsAt'>

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Keys are ids; what lies behind each is read by `read`. */
const byId = <T>(value: unknown, read: (one: unknown) => T): ReadonlyMap<number, T> =>
  new Map(entriesOf(value).map(([id, one]) => [Number(id), read(one)]))

const deckOf = (deck: unknown): AnkiDeck => ({
  path: asText(inside(deck, 'name')).split('::'),
  preset: asNumber(inside(deck, 'conf')),
  filtered: asNumber(inside(deck, 'dyn')) === 1,
})

const weightsOf = (preset: unknown): readonly number[] =>
  ['fsrsParams6', 'fsrsParams5', 'fsrsWeights']
    .map((name) => asNumbers(inside(preset, name)))
    .find(({ length }) => length > 0) ?? []

const presetOf = (preset: unknown): AnkiPreset => ({
  name: asText(inside(preset, 'name')),
  newCards: asNumber(inside(preset, 'new', 'perDay')),
  reviews: asNumber(inside(preset, 'rev', 'perDay')),
  learning: asNumbers(inside(preset, 'new', 'delays')),
  relearning: asNumbers(inside(preset, 'lapse', 'delays')),
  longest: asNumber(inside(preset, 'rev', 'maxIvl')),
  leechAfter: asNumber(inside(preset, 'lapse', 'leechFails')),
  retention: asNumber(inside(preset, 'desiredRetention')),
  weights: weightsOf(preset),
})

const ordered = (value: unknown): readonly unknown[] =>
  [...listed(value)].sort((a, b) => (asNumber(inside(a, 'ord')) ?? 0) - (asNumber(inside(b, 'ord')) ?? 0))

const notetypeOf = (model: unknown): Notetype => ({
  name: asText(inside(model, 'name')),
  cloze: asNumber(inside(model, 'type')) === 1,
  fields: ordered(inside(model, 'flds')).map((field) => asText(inside(field, 'name'))),
  templates: ordered(inside(model, 'tmpls')).map((template) => ({
    name: asText(inside(template, 'name')),
    front: asText(inside(template, 'qfmt')),
    back: asText(inside(template, 'afmt')),
  })),
})

/** Schema 11: decks, presets and note types are JSON in one row. */
export const readLegacyFrame = (tables: Tables): Frame => {
  const [row = []] = [...tables.rows('select conf, models, decks, dconf from col limit 1')]
  const conf = parsed(textAt(row, 0))
  const west = asNumber(inside(conf, 'creationOffset'))
  return {
    zoneOffset: west === null ? null : -west,
    dayStartsAt: asNumber(inside(conf, 'rollover')) ?? 4,
    notetypes: byId(parsed(textAt(row, 1)), notetypeOf),
    decks: byId(parsed(textAt(row, 2)), deckOf),
    presets: byId(parsed(textAt(row, 3)), presetOf),
  }
}
