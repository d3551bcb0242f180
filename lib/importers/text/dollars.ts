/** Whether what stands between two dollar signs is a formula and no price. */
const isFormula = (tex: string): boolean =>
  /[\\^_{}=<>]/.test(tex) || /^[A-Za-z](?:\s*[-+*/,()|]\s*[A-Za-z0-9]|['()0-9])*$/.test(tex)

const block = '(?:p|div|li|td|th|br|h[1-6]|blockquote)'
/** Two dollar signs around all that a paragraph has set it on a line of its own; within a sentence it stays there. */
const alone = new RegExp(
  `(^|\\n|<\\/?${block}\\b[^<>]*>)[^\\S\\n]*\\$\\$([^$]{1,4000}?)\\$\\$\\s*(?=$|\\n|<\\/?${block}\\b)`,
  'gi',
)

/** Formulas between dollar signs, as filters of other programs read them, in the signs that HTML formulas have here. */
export const dollarsToBrackets = (text: string): string =>
  text
    .replace(alone, '$1\\[$2\\]')
    .replace(/\$\$([^$]{1,4000}?)\$\$/g, '\\($1\\)')
    .replace(/(?<![\\$\w])\$(?!\s)([^$\n]{1,400}?)(?<!\s)\$(?![\w$])/g, (all, tex: string) =>
      isFormula(tex) ? `\\(${tex}\\)` : all,
    )
