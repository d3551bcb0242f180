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

/** Within a cloze part these signs mean something. */
export const clozeText = (text: string): string => text.replace(/[\\~#}"/]/g, '\\$&').replace(/\s*\n\s*/g, ' ')

/** Parts of a mark as Moodle knows them. */
export const fraction = (count: number): string => String(Number((100 / count).toFixed(5)))
