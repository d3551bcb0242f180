export type Token =
  | { readonly kind: 'number' | 'name' | 'sign'; readonly text: string }
  /** `{a}` or `[a]`: a wildcard by its name. */
  | { readonly kind: 'wildcard'; readonly text: string }

const token =
  /\s*(?:(\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)|([A-Za-z_]\w*)|\{([^{}]+)\}|\[([^[\]]+)\]|(\*\*|[-+*/%^(),]))/y

/** The pieces of a formula; null where something in it is none. */
export const formulaTokens = (formula: string): readonly Token[] | null => {
  const tokens: Token[] = []
  const text = formula.trim().replace(/[−–]/g, '-').replace(/[×·]/g, '*')
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const found = token.exec(text)
    if (found === null || tokens.length > 2_000) return null
    const [, number, name, braced, bracketed, sign] = found
    const wildcard = braced ?? bracketed
    if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else if (wildcard !== undefined) tokens.push({ kind: 'wildcard', text: wildcard.trim() })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
  }
  return tokens
}
