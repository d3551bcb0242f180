import katex from 'katex'
import type { Position } from '@/lib/core/diagnostic'

/** A formula's typeset form, or why there is none; positions count from the formula's start. */
export interface SetFormula {
  readonly html: string
  readonly faults: readonly FormulaFault[]
}

export interface FormulaFault extends Position {
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly hint: string
}

/** How `\cloze{...}` is set: shown, hidden behind an empty box, or not allowed. */
export type Cloze = 'open' | 'closed' | 'none'

/** KaTeX writes colours into style attributes; this one stands for the theme's own and is replaced in the result. */
const clozeColour = '#0c0c0d'

const clozeMacro: { readonly [C in Cloze]: { readonly [name: string]: string } } = {
  open: { '\\cloze': `\\textcolor{${clozeColour.slice(1)}}{\\underline{#1}}` },
  closed: { '\\cloze': '\\boxed{\\vphantom{#1}\\;?\\;}' },
  none: {},
}

const at = (tex: string, offset: number): Position => {
  const before = tex.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

const strictHints: { readonly [code: string]: string } = {
  unicodeTextInMathMode: 'Use ASCII punctuation in formulas and put words into \\text{...}.',
  newLineInDisplayMode: 'Wrap the lines in \\begin{aligned} ... \\end{aligned}.',
  unknownSymbol: 'Put it into \\text{...} or use a LaTeX command.',
  commentAtEnd: 'Write \\% for a percent sign.',
}

const bareFunction = /(?<![\\a-zA-Z])(max|min|log|exp|tanh|sin|cos)(?![a-zA-Z])/g
const inWords = /\\(?:text|textbf|textit|mathrm|mathit|mathtt|operatorname\*?)\{[^{}]*\}/g

const bareFunctions = (tex: string): readonly FormulaFault[] =>
  [...tex.replace(inWords, (words) => ' '.repeat(words.length)).matchAll(bareFunction)].map((found) => ({
    severity: 'warning',
    ...at(tex, found.index),
    message: `"${found[1]}" is set as a product of letters.`,
    hint: `Write \\${found[1]}.`,
  }))

const longestFormula = 4_000

/** Sets one formula with KaTeX: no trust, bounded size and expansion. The only use of the package. */
export const setFormula = (
  tex: string,
  display: boolean,
  cloze: Cloze,
  macros: { readonly [name: string]: string } = {},
): SetFormula => {
  if (tex.length > longestFormula)
    return {
      html: '',
      faults: [
        {
          severity: 'error',
          line: 1,
          column: 1,
          message: `The formula has ${tex.length} characters.`,
          hint: `At most ${longestFormula} are set: split it.`,
        },
      ],
    }
  const faults: FormulaFault[] = [...bareFunctions(tex)]
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      output: 'html',
      throwOnError: true,
      trust: false,
      maxSize: 20,
      maxExpand: 500,
      macros: { ...macros, ...clozeMacro[cloze] },
      strict: (code: string, message: string, token?: { readonly loc?: { readonly start: number } | undefined }) => {
        faults.push({
          severity: 'error',
          ...at(tex, token?.loc?.start ?? 0),
          message: `The formula is not valid LaTeX: ${message.replace(/ \[\w+\]$/, '')}.`,
          hint: strictHints[code] ?? 'Change it to what LaTeX accepts.',
        })
        return 'ignore'
      },
    })
    return {
      html: html
        .replaceAll(`color:${clozeColour}`, 'color:var(--cloze,currentColor)')
        .replaceAll(`border-color:${clozeColour}`, 'border-color:var(--cloze,currentColor)'),
      faults,
    }
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error
    const hint = /\\cloze/.test(error.message)
      ? '\\cloze{...} belongs into the text of a cloze card.'
      : 'Compare braces and command names with the KaTeX function list.'
    const message = `The formula cannot be set: ${error.rawMessage ?? error.message}.`
    return { html: '', faults: [...faults, { severity: 'error', ...at(tex, error.position ?? 0), message, hint }] }
  }
}
