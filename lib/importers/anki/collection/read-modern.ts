import { bytesIn, floatsIn, type Message, numberIn, readMessage } from '../archive/protobuf'
import { fromUtf8 } from '../archive/zip'
import { asNumber, bytesAt, numberAt, parsed, textAt } from './cells'
import type { AnkiDeck, AnkiPreset, Collection, Notetype } from './collection'
import type { Cell, Tables } from './tables'

type Frame = Pick<Collection, 'decks' | 'presets' | 'notetypes' | 'zoneOffset' | 'dayStartsAt'>

const pathOf = (name: string): readonly string[] => name.split('\u001f')

const deckOf = (row: readonly Cell[]): AnkiDeck => {
  const kind = readMessage(bytesAt(row, 2))
  const normal = bytesIn(kind, 1)
  return {
    path: pathOf(textAt(row, 1)),
    preset: normal === null ? null : (numberIn(readMessage(normal), 1) ?? 1),
    filtered: kind.has(2),
  }
}

const weightsOf = (config: Message): readonly number[] =>
  [6, 5, 3].map((field) => floatsIn(config, field)).find(({ length }) => length > 0) ?? []

/** float32 as people wrote it: 0.9, not 0.8999999762. */
const plain = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(7)))

const presetOf = (row: readonly Cell[]): AnkiPreset => {
  const config = readMessage(bytesAt(row, 2))
  return {
    name: textAt(row, 1),
    newCards: numberIn(config, 9),
    reviews: numberIn(config, 10),
    learning: floatsIn(config, 1).map((minutes) => plain(minutes) ?? 0),
    relearning: floatsIn(config, 2).map((minutes) => plain(minutes) ?? 0),
    longest: numberIn(config, 16),
    leechAfter: numberIn(config, 22),
    retention: plain(numberIn(config, 37)),
    weights: weightsOf(config).map((weight) => plain(weight) ?? 0),
  }
}

const wordIn = (message: Message, field: number): string => fromUtf8(bytesIn(message, field) ?? new Uint8Array())

const readNotetypes = (tables: Tables): ReadonlyMap<number, Notetype> => {
  const fields = [...tables.rows('select ntid, name from fields order by ntid, ord')]
  const templates = [...tables.rows('select ntid, name, config from templates order by ntid, ord')]
  return new Map(
    [...tables.rows('select id, name, config from notetypes')].map((row): [number, Notetype] => {
      const id = numberAt(row, 0)
      return [
        id,
        {
          name: textAt(row, 1),
          cloze: numberIn(readMessage(bytesAt(row, 2)), 1) === 1,
          fields: fields.filter((field) => numberAt(field, 0) === id).map((field) => textAt(field, 1)),
          templates: templates
            .filter((template) => numberAt(template, 0) === id)
            .map((template) => {
              const config = readMessage(bytesAt(template, 2))
              return { name: textAt(template, 1), front: wordIn(config, 1), back: wordIn(config, 2) }
            }),
        },
      ]
    }),
  )
}

/** Schema 18: a table for each, with protobuf in their cells. */
export const readModernFrame = (tables: Tables): Frame => {
  const config = new Map(
    [...tables.rows('select KEY, val from config')].map((row) => [textAt(row, 0), parsed(fromUtf8(bytesAt(row, 1)))]),
  )
  const west = asNumber(config.get('creationOffset'))
  return {
    zoneOffset: west === null ? null : -west,
    dayStartsAt: asNumber(config.get('rollover')) ?? 4,
    decks: new Map([...tables.rows('select id, name, kind from decks')].map((row) => [numberAt(row, 0), deckOf(row)])),
    presets: new Map(
      [...tables.rows('select id, name, config from deck_config')].map((row) => [numberAt(row, 0), presetOf(row)]),
    ),
    notetypes: readNotetypes(tables),
  }
}
