import { decodeEntities } from './entities'
import { signs } from './signs'

export interface CutFormulas {
  /** The HTML with a sign and a number where each formula was. */
  readonly html: string
  readonly formulas: readonly { readonly tex: string; readonly display: boolean }[]
}

const opens = /\\\(|\\\[|\[\$\$\]|\[\$\]|\[latex\]/g

/** What ends a formula, by what opens it. */
const closers: ReadonlyMap<string, string> = new Map([
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['[$$]', '[/$$]'],
  ['[$]', '[/$]'],
  ['[latex]', '[/latex]'],
])

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

interface Written {
  readonly opener: string
  readonly inner: string
  readonly from: number
  readonly to: number
}

/** Formulas as they are written. What ends none any more is looked for once: a field may open thousands and close none. */
const writtenIn = (html: string): readonly Written[] => {
  const small = html.replace(/[A-Z]+/g, (word) => word.toLowerCase())
  const missing = new Set<string>()
  const found: Written[] = []
  let end = 0
  for (const { 0: opener, index } of small.matchAll(opens)) {
    const closer = closers.get(opener) ?? ''
    if (index < end || missing.has(closer)) continue
    const start = index + opener.length
    const at = small.indexOf(closer, start)
    if (at < 0) missing.add(closer)
    else {
      end = at + closer.length
      found.push({ opener, inner: html.slice(start, at), from: index, to: end })
    }
  }
  return found
}

/** Takes the formulas out of a field, MathJax and LaTeX alike. */
export const cutFormulas = (html: string): CutFormulas => {
  const formulas: { tex: string; display: boolean }[] = []
  let cut = ''
  let read = 0
  for (const { opener, inner, from, to } of writtenIn(html)) {
    const raw = texOf(inner)
    const formula = opener === '[latex]' ? ownSigns(raw) : { tex: raw, display: opener === '\\[' || opener === '[$$]' }
    cut += html.slice(read, from)
    read = to
    if (formula.tex === '') continue
    formulas.push(formula)
    cut += `${signs.formula}${formulas.length - 1}${signs.formulaEnd}`
  }
  return { html: cut + html.slice(read), formulas }
}
