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

const openMacro = { '\\cloze': `\\textcolor{${clozeColour.slice(1)}}{\\underline{#1}}` }

/** The formula with every `\cloze{...}` behind a box: what is hidden must not be in the page to be found or copied. */
export const hideGaps = (tex: string): string => {
  let result = ''
  let from = 0
  for (const found of tex.matchAll(/\\cloze\s*\{/g)) {
    if (found.index < from) continue
    let end = found.index + found[0].length
    for (let depth = 1; depth > 0 && end < tex.length; end++) {
      if (tex[end] === '\\') end++
      else if (tex[end] === '{') depth++
      else if (tex[end] === '}') depth--
    }
    result += `${tex.slice(from, found.index)}\\boxed{\\;?\\;}`
    from = end
  }
  return result + tex.slice(from)
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

const refuse = (message: string, hint: string): SetFormula => ({
  html: '',
  faults: [{ severity: 'error', line: 1, column: 1, message, hint }],
})

const most = { maxSize: 20, maxExpand: 500 }

/** A formula that has been published once more, as MathML for the browser to draw; null where only the set form can show it. */
export const mathMl = (tex: string, display: boolean): string | null => {
  try {
    const options = {
      displayMode: display,
      output: 'mathml',
      throwOnError: true,
      trust: false,
      strict: 'ignore',
    } as const
    return katex.renderToString(tex, { ...options, ...most, macros: { ...openMacro } })
  } catch {
    // Macros of a deck are not at hand here.
    return null
  }
}

/** Sets one formula with KaTeX: no trust, bounded size and expansion. Closed gaps are hidden before, by `hideGaps`. The only use of the package. */
export const setFormula = (
  tex: string,
  display: boolean,
  cloze: Cloze,
  macros: { readonly [name: string]: string } = {},
): SetFormula => {
  if (tex.length > longestFormula)
    return refuse(`The formula has ${tex.length} characters.`, `At most ${longestFormula} are set: split it.`)
  const faults: FormulaFault[] = [...bareFunctions(tex)]
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      output: 'html',
      throwOnError: true,
      trust: ({ command }) => {
        faults.push({
          severity: 'error',
          line: 1,
          column: 1,
          message: `${command} is not allowed in formulas.`,
          hint: 'Use a Markdown link or figure.',
        })
        return false
      },
      ...most,
      macros: cloze === 'open' ? { ...macros, ...openMacro } : { ...macros },
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
    // KaTeX descends once a brace: thousands of them exhaust the stack.
    if (error instanceof RangeError) return refuse('The formula is nested too deeply.', 'Take some braces away.')
    if (!(error instanceof katex.ParseError)) throw error
    const hint = /\\cloze/.test(error.message)
      ? '\\cloze{...} belongs into the text of a cloze card.'
      : 'Compare braces and command names with the KaTeX function list.'
    const message = `The formula cannot be set: ${error.rawMessage ?? error.message}.`
    return { html: '', faults: [...faults, { severity: 'error', ...at(tex, error.position ?? 0), message, hint }] }
  }
}
