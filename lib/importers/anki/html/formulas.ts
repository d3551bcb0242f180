import { decodeEntities } from './entities'
import { signs } from './signs'

export interface CutFormulas {
  /** The HTML with a sign and a number where each formula was. */
  readonly html: string
  readonly formulas: readonly { readonly tex: string; readonly display: boolean }[]
}

const written =
  /\\\(([\s\S]*?)\\\)|\\\[([\s\S]*?)\\\]|\[\$\$\]([\s\S]*?)\[\/\$\$\]|\[\$\]([\s\S]*?)\[\/\$\]|\[latex\]([\s\S]*?)\[\/latex\]/gi

const anchors = { gap: new RegExp(signs.gap, 'g'), end: new RegExp(signs.gapEnd, 'g') }

/** A formula as an editor left it: line breaks as tags, signs as entities, gaps as commands. */
const texOf = (html: string): string =>
  decodeEntities(html.replace(/<br\s*\/?>|<\/(?:div|p)>/gi, '\n').replace(/<[a-z/][^<>]*>/gi, ''))
    .replace(/\u00a0/g, ' ')
    .replace(new RegExp(`${signs.hint}[^${signs.gapEnd}]*`, 'g'), '')
    .replace(anchors.gap, '\\cloze{')
    .replace(anchors.end, '}')
    .replace(/\n\s*\n/g, '\n')
    .trim()

/** `[latex]` holds a whole document's body, often with its own signs around the formula. */
const ownSigns = (tex: string): { readonly tex: string; readonly display: boolean } => {
  const display =
    /^\$\$([\s\S]*)\$\$$|^\\\[([\s\S]*)\\\]$|^\\begin\{(?:displaymath|equation\*?)\}([\s\S]*)\\end\{\w+\*?\}$/.exec(tex)
  const inline = /^\$([^$]*)\$$/.exec(tex)
  return display
    ? { tex: (display[1] ?? display[2] ?? display[3] ?? '').trim(), display: true }
    : { tex: inline?.[1]?.trim() ?? tex, display: false }
}

/** Takes the formulas out of a field, MathJax and LaTeX alike. */
export const cutFormulas = (html: string): CutFormulas => {
  const formulas: { tex: string; display: boolean }[] = []
  const cut = html.replace(written, (_all, inline, block, oldBlock, oldInline, latex) => {
    const raw = texOf(inline ?? block ?? oldBlock ?? oldInline ?? latex ?? '')
    const display = block !== undefined || oldBlock !== undefined
    const formula = latex === undefined ? { tex: raw, display } : ownSigns(raw)
    if (formula.tex === '') return ''
    formulas.push(formula)
    return `${signs.formula}${formulas.length - 1}${signs.formulaEnd}`
  })
  return { html: cut, formulas }
}
