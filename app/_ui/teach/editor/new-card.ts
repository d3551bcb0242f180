import { cardForms } from '@/lib/cards/forms'
import { entryIds, withMoreInBrackets } from '@/lib/content/yaml/bracket-list'
import { cutItems } from '@/lib/content/yaml/card-items'

export const conceptsFile = 'concepts.yaml'

/** An id no card of the draft has yet. */
const freeId = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `  ${line}`))
    .join('\n')

/** The first card of a type, as an entry of a file. */
export const startOf = (type: string, concept: string, taken: ReadonlySet<string>): string => {
  const form = cardForms.find((one) => one.type === type) ?? cardForms[0]
  const id = freeId(`${concept}.${type}`, taken)
  return `- id: ${id}\n  concepts: [${concept}]\n${indented(form?.start ?? '')}`
}

/** An entry from elsewhere as one of this draft: its own id and concept. */
export const adopted = (entry: string, concept: string, taken: ReadonlySet<string>): string => {
  const lines = entry.trimEnd().split('\n')
  const id = /^- id:\s*["']?([\w.-]+)/.exec(lines[0] ?? '')?.[1] ?? `${concept}.compute`
  const rest = lines.slice(1).filter((line) => !/^ {2}(?:concepts|section|tags|allow):/.test(line))
  return `- id: ${freeId(id, taken)}\n  concepts: [${concept}]\n${rest.join('\n')}\n`
}

/** Puts an entry at the end of a file of cards; the line it begins at. */
export const appended = (text: string, entry: string): { readonly text: string; readonly line: number } => {
  const before = text.trim() === '' || text.trim() === '[]' ? '' : `${text.trimEnd()}\n\n`
  return { text: `${before}${entry}`, line: before.split('\n').length }
}

/** Takes an entry out of a file of cards. */
export const withoutEntry = (text: string, line: number): string => {
  const item = cutItems(text)?.items.find((one) => one.line === line)
  return item === undefined ? text : text.slice(0, item.from) + text.slice(item.to)
}

const slug = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)

/** What YAML reads as something other than a word. */
const isNoWord = (id: string): boolean => !Number.isNaN(Number(id)) || ['null', 'true', 'false'].includes(id)

const idOf = (title: string, fallback: string): string => {
  const id = slug(title)
  if (id === '') return fallback
  return isNoWord(id) ? `${fallback}-${id}` : id
}

/** Files whose entries are cards; sections and concepts have no forms. */
export const isCards = (path: string): boolean => /\.cards\.ya?ml$/.test(path)

/** The draft's concepts with one more at their end, under an id that none of them has. */
export const withConcept = (
  text: string,
  title: string,
  /** The id where the title has no letter that one may have, and its beginning where it has only a number. */
  fallback = 'concept',
): { readonly text: string; readonly id: string } => {
  const taken = new Set(entryIds(text))
  const id = freeId(idOf(title, fallback), taken)
  const inBrackets = withMoreInBrackets(text, [{ id, study: 1, title }])
  if (inBrackets !== null) return { text: inBrackets, id }
  const before = text.trim() === '' ? '' : `${text.trimEnd()}\n`
  return { text: `${before}- { id: ${id}, study: 1, title: ${JSON.stringify(title)} }\n`, id }
}

/** A concept to begin with, where the draft has none; null where it has. */
export const firstConcept = (
  texts: { readonly text: (path: string) => string | null },
  title: string,
): { readonly path: string; readonly text: string; readonly concept: string } | null => {
  const text = texts.text(conceptsFile) ?? ''
  if (entryIds(text).length > 0) return null
  const made = withConcept(text, title, 'main')
  return { path: conceptsFile, text: made.text, concept: made.id }
}
