import type { Token } from './tokens'

/** Prose as a card may show it: formulas in single dollars, code, plain words; no bold, links, pictures or HTML. */
const shown = ({ kind, value, shown: ready }: Token): string => {
  if (ready !== undefined) return ready
  switch (kind) {
    case 'text':
      return escapeText(value)
    case 'escape':
      return /[*_`$<[\\]/.test(value) ? `\\${value}` : value
    case 'math':
      return `$${value}$`
    case 'code':
      return value.includes('`') ? `\`\` ${value} \`\`` : `\`${value}\``
    case 'link':
      return escapeText(value.replace(/[*`]/g, ''))
    default:
      return ''
  }
}

const cjk = /[\u2e80-\u9fff\uff00-\uffef]/

/** Lines join without a space between Chinese characters. */
const joinLines = (text: string): string =>
  text.includes('\n')
    ? text.replace(/[ \t]*\n[ \t]*/g, (found, index: number) =>
        cjk.test(text.charAt(index - 1)) && cjk.test(text.charAt(index + found.length)) ? '' : ' ',
      )
    : text

const special = /[*`$<_=\]\n]/

const escapeText = (text: string): string =>
  !special.test(text)
    ? text
    : joinLines(text)
        .replace(/[*`$<]/g, '\\$&')
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
        .replace(/={2,}/g, '=')
        .replace(/\]\(/g, '] (')

/** The tokens between two places of a passage; plain text is cut, everything else stays whole. */
export const tokensWithin = (tokens: readonly Token[], from: number, to: number): Token[] => {
  const within: Token[] = []
  for (const token of tokens) {
    if (token.from >= to) break
    if (token.to <= from) continue
    if (token.kind !== 'text' || (token.from >= from && token.to <= to)) within.push(token)
    else {
      const [a, b] = [Math.max(from, token.from), Math.min(to, token.to)]
      within.push({ kind: 'text', from: a, to: b, value: token.value.slice(a - token.from, b - token.from) })
    }
  }
  return within
}

export const proseOf = (tokens: readonly Token[]): string => {
  let text = ''
  for (const token of tokens) text += shown(token)
  return (/[ \t]{2}/.test(text) ? text.replace(/[ \t]{2,}/g, ' ') : text).trim()
}

/** What the notes stress: in bold or marked, short enough to be a phrase. */
export const stressed = (tokens: readonly Token[]): string[] => {
  const found: string[] = []
  let open: { readonly kind: string; readonly index: number } | null = null
  tokens.forEach((token, index) => {
    if (token.kind !== 'strong' && token.kind !== 'mark') return
    if (open === null) open = { kind: token.kind, index }
    else if (open.kind === token.kind) {
      found.push(proseOf(tokens.slice(open.index + 1, index)))
      open = null
    }
  })
  return found.filter((phrase) => phrase !== '')
}
