import { isMap, isSeq } from 'yaml'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { asId, type ConceptId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { FieldReader } from '../field-reader'
import { didYouMean } from '../yaml/did-you-mean'
import { readYaml } from '../yaml/document'
import type { Concept, DeckFile } from './deck'

const idShape = /^[a-z0-9][a-z0-9-]{0,79}$/

interface Read {
  readonly concept: Concept
  readonly fields: FieldReader
}

const readConcept = (fields: FieldReader): Read | null => {
  const id = fields.string('id')
  const study = fields.integer('study')
  const title = fields.words('title')
  const kind = fields.optionalString('kind') ?? 'definition'
  const computable = fields.boolean('computable')
  const prerequisites = fields.optionalStrings('prerequisites').map((name) => asId<ConceptId>(name))
  fields.finish()
  if (id === null || study === null || title === null) return null
  if (!idShape.test(id)) return fields.fault('id', `"${id}" cannot name a concept.`, 'Use small letters, digits and -.')
  return { concept: { id: asId<ConceptId>(id), title, study, kind, computable, prerequisites }, fields }
}

const tellUnknown = (read: readonly Read[]): void => {
  const known = new Set<string>(read.map(({ concept }) => concept.id))
  for (const { concept, fields } of read)
    for (const name of concept.prerequisites)
      if (!known.has(name)) {
        const meant = didYouMean(name, known)
        const hint = meant === null ? 'Add it to concepts.yaml.' : `Did you mean "${meant}"?`
        fields.fault('prerequisites', `"${concept.id}" requires "${name}", which is no concept.`, hint)
      }
}

/** Tells each ring of prerequisites once, at the concept where it was closed. */
const tellRings = (read: readonly Read[]): void => {
  const byId = new Map<string, Read>(read.map((one) => [one.concept.id, one]))
  const done = new Set<string>()
  const visit = (one: Read, trail: readonly string[]): void => {
    const id = one.concept.id
    const start = trail.indexOf(id)
    if (start >= 0) {
      one.fields.fault(
        'prerequisites',
        `Prerequisites run in a ring: ${[...trail.slice(start), id].join(' -> ')}.`,
        'Remove one of these steps.',
      )
      return
    }
    if (done.has(id)) return
    for (const name of one.concept.prerequisites) {
      const next = byId.get(name)
      if (next !== undefined) visit(next, [...trail, id])
    }
    done.add(id)
  }
  for (const one of read) visit(one, [])
}

/** `concepts.yaml`: what the deck teaches and what comes first. */
export const readConcepts = (
  file: DeckFile,
  languages: readonly Language[],
): { concepts: readonly Concept[]; diagnostics: readonly Diagnostic[] } => {
  const { source, root, diagnostics: yaml } = readYaml(file.text, file.path)
  const diagnostics = [...yaml]
  const desk = { source, languages, diagnostics, markdown: [] }
  const read: Read[] = []
  const items = isSeq(root) ? root.items : []
  items.forEach((item, i) => {
    const one = isMap(item) ? readConcept(new FieldReader(desk, item, `/${i}`)) : null
    if (one === null) return
    if (read.some(({ concept }) => concept.id === one.concept.id))
      one.fields.fault('id', `The concept "${one.concept.id}" stands here twice.`, 'Remove one of them.')
    else read.push(one)
  })
  tellUnknown(read)
  tellRings(read)
  return { concepts: read.map(({ concept }) => concept), diagnostics }
}
