import { isMap, isSeq, type Node } from 'yaml'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { hashText } from '@/lib/core/hash'
import { asId, type CardId, type ConceptId } from '@/lib/core/id'
import type { CardReader } from '../card-reader'
import { FieldReader, type MarkdownField } from '../field-reader'
import { didYouMean } from '../yaml/did-you-mean'
import { readYaml } from '../yaml/document'
import { positionOf } from '../yaml/source'
import { type About, type Allowance, allowances, type Concept, type DeckCard } from './deck'
import { saidBy } from './said'

/** What the deck says before its cards are read. */
export interface CardsContext {
  readonly about: About
  readonly concepts: Pick<ReadonlyMap<string, Concept>, 'get' | 'keys'>
  readonly sections: Pick<ReadonlySet<string>, 'has' | 'keys'>
  readonly types: readonly CardReader[]
  readonly check: (field: MarkdownField, diagnostics: Diagnostic[], file: string) => void
}

/** A text with cards in it: a file, or a fence padded to where it stands in its file. */
export interface CardsText {
  readonly file: string
  readonly text: string
  /** Section of cards that name none. */
  readonly section: string | null
  /** Type of cards that name none; null for the usual rules. */
  readonly type: string | null
}

const idShape = /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*$/

const typeOf = (fields: FieldReader, context: CardsContext, fallback: string | null): CardReader | null => {
  const implied = context.types.find((type) => type.impliedBy !== null && fields.raw(type.impliedBy) !== null)
  const name = fields.optionalString('type') ?? implied?.name ?? fallback ?? context.types[0]?.name ?? ''
  const type = context.types.find((candidate) => candidate.name === name)
  if (type !== undefined) return type
  const names = context.types.map((candidate) => candidate.name)
  const meant = didYouMean(name, names)
  return fields.fault(
    'type',
    `"${name}" is not a card type.`,
    meant === null ? `Known types: ${names.join(', ')}.` : `Did you mean "${meant}"?`,
  )
}

const conceptsOf = (fields: FieldReader, context: CardsContext): readonly Concept[] => {
  const names = fields.strings('concepts')
  if (names?.length === 0) fields.fault('concepts', 'The card names no concept.', 'Name the main one first.')
  const found: Concept[] = []
  for (const name of names ?? []) {
    const concept = context.concepts.get(name)
    const meant = concept === undefined ? didYouMean(name, context.concepts.keys()) : null
    if (concept !== undefined) found.push(concept)
    else
      fields.fault(
        'concepts',
        `"${name}" is no concept of this deck.`,
        meant === null ? 'Add it to concepts.yaml, or name one that stands there.' : `Did you mean "${meant}"?`,
      )
  }
  return found
}

const sectionOf = (fields: FieldReader, context: CardsContext, fallback: string | null): string | null => {
  const name = fields.optionalString('section')
  if (name === null) return fallback !== null && context.sections.has(fallback) ? fallback : null
  if (context.sections.has(name)) return name
  const meant = didYouMean(name, context.sections.keys())
  return fields.fault(
    'section',
    `"${name}" is no section of this deck.`,
    meant === null ? 'Sections are named by their files.' : `Did you mean "${meant}"?`,
  )
}

const allowOf = (fields: FieldReader): readonly Allowance[] =>
  fields.optionalStrings('allow').flatMap((name) => {
    const known = allowances.find((one) => one === name)
    if (known !== undefined) return [known]
    fields.fault('allow', `"${name}" is no rule that can be allowed.`, `Rules: ${allowances.join(', ')}.`)
    return []
  })

const placeKeys = new Set(['id', 'concepts', 'section', 'tags', 'allow'])

const revisionOf = (node: Node, type: string): string => {
  const value: unknown = node.toJSON()
  const said = Object.entries(value as object).filter(([key]) => !placeKeys.has(key) && key !== 'type')
  return hashText(JSON.stringify([type, said]))
}

const readCard = (
  fields: FieldReader,
  context: CardsContext,
  text: CardsText,
  markdown: readonly MarkdownField[],
): DeckCard | null => {
  const id = fields.string('id')
  if (id !== null && (!idShape.test(id) || id.length > 100))
    fields.fault('id', `"${id}" cannot name a card.`, 'Write <concept>.<aspect> in small letters, digits and hyphens.')
  const concepts = conceptsOf(fields, context)
  const tags = fields.optionalStrings('tags')
  const allow = allowOf(fields)
  const section = sectionOf(fields, context, text.section)
  const type = typeOf(fields, context, text.type)
  const read = type?.read(fields) ?? null
  const [main] = concepts
  if (type === null) return null
  fields.finish()
  if (id === null || read === null || main === undefined) return null
  return {
    id: asId<CardId>(`${context.about.id}/${id}`),
    type,
    concepts: concepts.map((concept) => asId<ConceptId>(concept.id)),
    tags,
    allow,
    section,
    study: main.study,
    file: text.file,
    place: positionOf(fields.source, fields.node),
    revision: revisionOf(fields.node, type.name),
    said: () => saidBy(fields.node, fields.path, markdown),
    read,
  }
}

/** The cards of one text, with everything that is wrong in them. */
export const readCards = (
  text: CardsText,
  context: CardsContext,
): { cards: readonly DeckCard[]; diagnostics: readonly Diagnostic[] } => {
  const { source, root, diagnostics: yaml } = readYaml(text.text, text.file)
  const diagnostics = [...yaml]
  if (root === null) return { cards: [], diagnostics }
  const cards: DeckCard[] = []
  const items: readonly unknown[] = isSeq(root) ? root.items : [root]
  items.forEach((item, i) => {
    const path = isSeq(root) ? `/${i}` : ''
    if (!isMap(item)) {
      const { line, column } = positionOf(source, item instanceof Object ? (item as Node) : root)
      const message = 'A card should be a map.'
      diagnostics.push({
        severity: 'error',
        file: text.file,
        path,
        line,
        column,
        message,
        hint: 'Start with "- id: ...".',
      })
      return
    }
    const markdown: MarkdownField[] = []
    const fields = new FieldReader({ source, languages: context.about.languages, diagnostics, markdown }, item, path)
    const card = readCard(fields, context, text, markdown)
    for (const field of markdown) context.check(field, diagnostics, text.file)
    if (card !== null) cards.push(card)
  })
  return { cards, diagnostics }
}
