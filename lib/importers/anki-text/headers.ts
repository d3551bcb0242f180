/** What the lines `#key:value` at the top of a text say. Columns count from 0. */
export interface Headers {
  /** Null: to be found out. */
  readonly separator: string | null
  readonly html: boolean | null
  readonly tags: readonly string[]
  readonly columns: readonly string[]
  readonly notetype: string | null
  readonly deck: string | null
  readonly notetypeColumn: number | null
  readonly deckColumn: number | null
  readonly tagsColumn: number | null
  readonly guidColumn: number | null
  /** Lines of the text that are headers. */
  readonly lines: number
}

const named: { readonly [name: string]: string } = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
}

/** Spreadsheets fill a header's line up with separators: what follows a short value is cut off. */
const short = (value: string): string => value.slice(0, 1) + (/^[\p{L}\p{N}]*/u.exec(value.slice(1))?.[0] ?? '')

const separatorOf = (value: string): string | null => {
  const name = named[short(value.trim()).toLowerCase()]
  if (name !== undefined) return name
  const sign = value.trim() === '' ? value.slice(0, 1) : value.trim()
  return sign.length === 1 ? sign : null
}

const columnOf = (value: string): number | null => {
  const number = Number(short(value.trim()))
  return Number.isInteger(number) && number >= 1 && number <= 1000 ? number - 1 : null
}

const words = (value: string): readonly string[] => value.split(/\s+/).filter(Boolean)

/** Whether a text begins as Anki's exports do. */
export const hasHeaders = (text: string): boolean =>
  /^\ufeff?#(?:separator|html|tags|columns|notetype|deck|guid|if matches|match scope)[ \w]*:/i.test(text)

/**
 * Reads the headers of a text, its line ends being `\n`. Keys are in letters of any size; unknown ones are passed over, and the first line
 * without a `#` ends them.
 */
export const readHeaders = (text: string): Headers => {
  const found = new Map<string, string>()
  const lines = text.split('\n', 1000)
  const end = lines.findIndex((line) => !line.startsWith('#'))
  const count = end < 0 ? lines.length : end
  for (const line of lines.slice(0, count)) {
    const at = line.indexOf(':')
    if (at > 0) found.set(line.slice(1, at).trim().toLowerCase(), line.slice(at + 1))
  }
  const oldTags = count === 0 && /^tags:/i.test(lines[0] ?? '') ? (lines[0] ?? '').slice(5) : null
  const value = (key: string) => found.get(key) ?? ''
  const separator = found.has('separator') ? separatorOf(value('separator')) : null
  const html = short(value('html').trim()).toLowerCase()
  const name = (key: string) => value(key).trim() || null
  return {
    separator,
    html: html === 'true' ? true : html === 'false' ? false : null,
    tags: words(oldTags ?? value('tags')),
    columns: found.has('columns')
      ? value('columns')
          .split(separator ?? '\t')
          .map((column) => column.trim())
      : [],
    notetype: name('notetype'),
    deck: name('deck'),
    notetypeColumn: columnOf(value('notetype column')),
    deckColumn: columnOf(value('deck column')),
    tagsColumn: columnOf(value('tags column')),
    guidColumn: columnOf(value('guid column')),
    lines: oldTags === null ? count : 1,
  }
}
