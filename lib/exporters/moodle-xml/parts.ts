import { cdata, xmlText } from '../markup/xml'

export interface MoodleFile {
  readonly name: string
  readonly base64: string
}

export const fileTags = (files: readonly MoodleFile[]): string =>
  files.map(({ name, base64 }) => `<file name="${xmlText(name)}" path="/" encoding="base64">${base64}</file>`).join('')

/** A text as HTML, with the files it names. */
export const htmlTag = (tag: string, html: string, files: readonly MoodleFile[] = []): string =>
  `<${tag} format="html"><text>${cdata(html)}</text>${fileTags(files)}</${tag}>`

export const plainTag = (tag: string, text: string): string => `<${tag}><text>${xmlText(text)}</text></${tag}>`

export const answerTag = (
  fraction: string,
  { html, files }: { readonly html: string; readonly files: readonly MoodleFile[] },
  feedback: string,
): string =>
  `<answer fraction="${fraction}" format="html"><text>${cdata(html)}</text>${fileTags(files)}${feedback}</answer>`

/** Signs that mean something within a cloze part: Moodle frees two of them of a backslash, and any of an entity. */
const clozeSigns = (html: string): string =>
  html
    .replace(/[#}]/g, (sign, at: number) => (sign === '#' && html[at - 1] === '&' ? sign : `\\${sign}`))
    .replaceAll('~', '&#126;')
    .replace(/\\$/, '&#92;')
    .replace(/\s*\n\s*/g, ' ')

/** Words that are typed: entities in them are read once, and then they are no HTML. */
export const clozeWords = (text: string): string => clozeSigns(xmlText(text))

/** An option that is shown as HTML: its entities are read twice before. */
export const clozeHtml = (html: string): string => clozeSigns(html.replaceAll('&', '&amp;amp;'))

/** Parts of a mark as Moodle knows them. */
export const fraction = (count: number): string => String(Number((100 / count).toFixed(5)))
