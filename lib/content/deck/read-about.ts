import { isMap } from 'yaml'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { asId, type DeckId } from '@/lib/core/id'
import { type Language, languages } from '@/lib/core/language'
import { FieldReader } from '../field-reader'
import { readYaml } from '../yaml/document'
import type { About, DeckFile } from './deck'

const idShape = /^[a-z0-9][a-z0-9-]{0,59}$/

const readLanguages = (fields: FieldReader): readonly Language[] => {
  const wanted = fields.optionalStrings('languages')
  for (const name of wanted)
    if (!languages.some((language) => language === name))
      fields.fault('languages', `"${name}" is not a language here.`, `Use ${languages.join(', ')}.`)
  return wanted.length === 0 ? languages : languages.filter((language) => wanted.includes(language))
}

const readStudies = (fields: FieldReader): About['studies'] => {
  if (!fields.has('studies')) return []
  const studies: About['studies'][number][] = []
  for (const study of fields.maps('studies') ?? []) {
    const number = study.integer('number')
    const title = study.words('title')
    const background = study.boolean('background')
    if (number !== null && title !== null) studies.push({ number, title, background })
  }
  return studies
}

/** `deck.yaml`: who wrote the deck, under which licence, and in which languages. */
export const readAbout = (file: DeckFile): { about: About | null; diagnostics: readonly Diagnostic[] } => {
  const { source, root, diagnostics: yaml } = readYaml(file.text, file.path)
  const diagnostics = [...yaml]
  if (!isMap(root)) {
    if (yaml.length === 0)
      diagnostics.push({
        severity: 'error',
        file: file.path,
        path: '',
        line: 1,
        column: 1,
        message: 'The deck does not say what it is.',
        hint: 'Write id, title, author, licence and source.',
      })
    return { about: null, diagnostics }
  }
  const fields = new FieldReader({ source, languages: [], diagnostics, markdown: [] }, root, '')
  const id = fields.string('id')
  const title = fields.words('title')
  const author = fields.words('author')
  const licence = fields.string('licence')
  const origin = fields.optionalWords('source') ?? {}
  const publish = fields.has('publish') ? fields.boolean('publish') : true
  const spoken = readLanguages(fields)
  const studies = readStudies(fields)
  if (id !== null && !idShape.test(id))
    fields.fault('id', `"${id}" cannot name a deck.`, 'Use small letters, digits and hyphens.')
  fields.finish()
  if (id === null || title === null || author === null || licence === null) return { about: null, diagnostics }
  return {
    about: { id: asId<DeckId>(id), title, author, licence, source: origin, languages: spoken, publish, studies },
    diagnostics,
  }
}
