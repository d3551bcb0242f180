/** A command with its backslash, a number, or one sign. */
export type TexToken = string

const longest = 1_500

const spaces =
  /^\\(?:[,;:! ]|quad|qquad|left|right|big|Big|bigg|Bigg|bigl|bigr|displaystyle|limits|nolimits)(?![a-zA-Z])/

const synonyms: { readonly [command: string]: string } = {
  '\\neq': '\\ne',
  '\\cdot': '*',
  '\\times': '*',
  '\\ast': '*',
  '\\odot': '*',
  '\\circ': '*',
  '\\lvert': '|',
  '\\rvert': '|',
  '\\vert': '|',
  '\\lVert': '\\|',
  '\\rVert': '\\|',
  '\\Vert': '\\|',
  '\\dfrac': '\\frac',
  '\\tfrac': '\\frac',
  '\\le': '<=',
  '\\leq': '<=',
  '\\ge': '>=',
  '\\geq': '>=',
  '\\lt': '<',
  '\\gt': '>',
  '（': '(',
  '）': ')',
  '，': ',',
  '−': '-',
  '·': '*',
  '×': '*',
}

/** Words set upright are one name each. */
const words = /^\\(?:mathrm|text|operatorname\*?|mathit|mathbf|boldsymbol|mathcal|bm)\s*\{([A-Za-z_ ]{1,40})\}/

export const texTokens = (tex: string): readonly TexToken[] | null => {
  if (tex.length > longest) return null
  const tokens: TexToken[] = []
  for (let i = 0; i < tex.length; ) {
    const rest = tex.slice(i, i + 60)
    const space = spaces.exec(rest)
    if (space !== null) {
      i += space[0].length
      continue
    }
    const word = words.exec(rest)
    if (word?.[1] !== undefined) {
      tokens.push(word[1].length === 1 ? word[1] : `\\${word[1].trim()}`)
      i += word[0].length
      continue
    }
    const found = /^(?:\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?(?:e-?\d+)?|\.\d+|\|\||<=|>=|!=|\s+|[\s\S])/u.exec(rest)?.[0] ?? ''
    i += Math.max(1, found.length)
    if (found.trim() === '') continue
    tokens.push(synonyms[found] ?? (found === '||' ? '\\|' : found === '!=' ? '\\ne' : found))
  }
  return tokens
}
