import type { Root } from 'mdast'
import { combineExtensions } from 'micromark-util-combine-extensions'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { cjkEmphasis } from './cjk-emphasis'
import type { Fault } from './fault'
import { wordsAlone } from './words-alone'

/** Parsing time grows with the square of some inputs: far beyond any lecture note, a text is refused unread. */
const longestText = 400_000
const longestLine = 8_000
/** Quotes and lists inside one another. */
const deepestPrefix = 40

/** All that goes beyond plain Markdown as one: the parser would join it anew for every text, however short. */
function joined(this: Processor) {
  const data = this.data()
  data.micromarkExtensions = [combineExtensions([...(data.micromarkExtensions ?? []), cjkEmphasis])]
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .use(remarkFrontmatter, ['yaml'])
  .use(joined)
  .freeze()

/** Signs that may open emphasis or a link, between two blank lines. */
const mostSigns = 1_000

const containers = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]))+/

/** Signs of quotes and lists before the text, and the lists that an indentation before the first sign may stand in. */
const nesting = (line: string): number => {
  const prefix = containers.exec(line.slice(0, 400))?.[0] ?? ''
  const indentation = prefix.length - prefix.trimStart().length
  return (prefix.match(/>|[-+*]|\d+[.)]/g) ?? []).length + Math.floor(indentation / 2)
}

/** Why a text is not read at all, or null. Looks at every character once. */
export const refusal = (text: string): Fault | null => {
  const refuse = (line: number, message: string, hint: string): Fault => ({
    severity: 'error',
    line,
    column: 1,
    message,
    hint,
  })
  if (text.length > longestText)
    return refuse(
      1,
      `The text has ${text.length} characters; at most ${longestText} are read.`,
      'Split it into sections.',
    )
  let signs = 0
  for (let start = 0, line = 1; start <= text.length; line++) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (end - start > longestLine)
      return refuse(
        line,
        `Line ${line} has ${end - start} characters; at most ${longestLine} are read.`,
        'Break the line.',
      )
    const content = text.slice(start, end)
    if (nesting(content) > deepestPrefix)
      return refuse(line, `Line ${line} nests more than ${deepestPrefix} quotes and lists.`, 'Flatten it.')
    signs = content.trim() === '' ? 0 : signs + (content.match(/[*_[]/g)?.length ?? 0)
    if (signs > mostSigns)
      return refuse(line, `The paragraph has more than ${mostSigns} of the signs * _ [.`, 'Split it.')
    start = end + 1
  }
  return null
}

/** Every text by the parser, whatever is in it. */
export const parseMarked = (text: string): Root => processor.parse(text)

/** Markdown with tables, formulas and front matter as a tree with positions. Ask `refusal` first. Most texts of a card are words alone. */
export const parseMarkdown = (text: string): Root => wordsAlone(text) ?? parseMarked(text)
