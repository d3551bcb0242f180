import { isMap, LineCounter, parseDocument } from 'yaml'
import { cardTypeNamed, cardTypes } from '@/lib/cards/list'
import { FieldReader, type ReadingDesk } from '@/lib/content/field-reader'
import { makeTypesetter } from '@/lib/content/markdown/typeset'
import type { Json } from '@/lib/core/json'
import { type Language, languages } from '@/lib/core/language'

/** Reads one card's YAML with the type it names. */
export const readCard = (type: string, text: string) => {
  const lines = new LineCounter()
  const { contents } = parseDocument(text, { lineCounter: lines, version: '1.2' })
  if (!isMap(contents)) throw new Error('a card is a map')
  const desk: ReadingDesk = {
    source: { file: 'test.cards.yaml', text, lines },
    languages,
    diagnostics: [],
    markdown: [],
  }
  const fields = new FieldReader(desk, contents, '')
  fields.allow(['id', 'type', 'concepts', 'tags', 'section'])
  const card = cardTypeNamed(type)?.read(fields) ?? null
  fields.finish()
  return { card, diagnostics: desk.diagnostics, markdown: desk.markdown }
}

/** A card compiled and sent through JSON, as bundles do. */
export const compiledCard = (type: string, text: string, language: Language = 'en') => {
  const { card, diagnostics } = readCard(type, text)
  const found = cardTypes.find(({ name }) => name === type)
  if (card === null || found === undefined)
    throw new Error(diagnostics.map(({ message, hint }) => `${message} ${hint}`).join('\n'))
  const compiled = JSON.parse(JSON.stringify(card.compile(makeTypesetter(language), language))) as Json
  const present = (seed: string) => found.present(compiled, { seed, language })
  const answer = (seed: string, cells: { readonly [ask: string]: readonly string[] }) =>
    found.outcome(compiled, { seed, language }, { kind: 'numbers', cells }, 20_000)
  return { compiled, present, answer }
}
