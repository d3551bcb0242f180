import type { Diagnostic } from '@/lib/core/diagnostic'
import { type Line, splitLines } from '../parse/line'
import type { Source } from '../parse/source'
import { frontMatterEnd } from './front-matter'
import { readNotebook } from './notebook'

export interface Lines {
  readonly lines: readonly Line[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Longer lines are data, not notes. */
const longestLine = 20_000

/** The lines of a file in whatever dialect: a notebook's cells as Markdown, or the text without its front matter. */
export const readLines = (text: string, file: string, source: Source): Lines => {
  const notebook = /\.ipynb$/i.test(file) ? readNotebook(text) : null
  const lines = notebook ?? splitLines(text, frontMatterEnd(text))
  const diagnostics = lines
    .filter((line) => line.text.length > longestLine)
    .map(
      (line): Diagnostic => ({
        severity: 'warning',
        path: '',
        ...source.position(line.at),
        message: `A line of ${line.text.length} characters was left out.`,
        hint: `Break it: lines of up to ${longestLine} are read.`,
      }),
    )
  const broken: readonly Diagnostic[] =
    notebook === null && /\.ipynb$/i.test(file)
      ? [
          {
            severity: 'warning',
            path: '',
            line: 1,
            column: 1,
            message: 'The notebook could not be read as JSON with cells; it was read as plain text.',
            hint: 'Save it again from Jupyter.',
          },
        ]
      : []
  return { lines: lines.filter((line) => line.text.length <= longestLine), diagnostics: [...broken, ...diagnostics] }
}
