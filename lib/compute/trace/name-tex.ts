const greek = new Set(
  'alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi chi psi omega'.split(' '),
)

const letters = (word: string): string => {
  if (greek.has(word)) return `\\${word}`
  const lower = word.toLowerCase()
  if (greek.has(lower) && word === lower[0]?.toUpperCase() + lower.slice(1)) return `\\${word}`
  // A gradient named as in the course: dW, db.
  if (/^d[A-Za-z]$/.test(word)) return word
  return word.length === 1 ? word : `\\mathrm{${word}}`
}

/** A step's or given's name as LaTeX where the author gave none: `W1` is W_1, `x_hat` is x with a subscript, `loss` upright. */
export const nameTex = (name: string): string => {
  const [head = '', ...rest] = name.split('_').filter((part) => part !== '')
  const digits = /^([A-Za-z]+?)(\d+)$/.exec(head)
  const base = digits ? (digits[1] ?? '') : head
  const below = [...(digits?.[2] === undefined ? [] : [digits[2]]), ...rest]
  if (base === '') return `\\mathrm{${name.replaceAll('_', '\\_')}}`
  const shown = /^\d+$/.test(base) ? base : letters(base)
  const under = below.map((part) => (/^\d+$/.test(part) ? part : letters(part))).join(',\\,')
  return below.length === 0 ? shown : `${shown}_{${under}}`
}

/** Whether a name reads better as a symbol than as a word: one letter, a Greek letter or a gradient, with or without a subscript. */
export const isSymbol = (name: string): boolean => !nameTex(name).includes('\\mathrm')
