/** Words as Markdown that says exactly them: nothing in a field can become markup. */
export const escapeWords = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#$~|]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    // Two of them would mark a gap; a joiner that nobody sees keeps them apart.
    .replace(/=(?==)/g, '=\u2060')

/** What only means something at the beginning of a line. */
export const escapeStart = (line: string): string =>
  line.replace(/^([-+=])(?=\s|$|[-+=\u2060])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')

/** A code span that holds any text. */
export const codeSpan = (text: string): string => {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 ? ' ' : ''
  return text.trim() === '' ? '' : `${fence}${pad}${text.replace(/\s+/g, ' ').trim()}${pad}${fence}`
}
