import type { Line } from './line'

type Closer = '$$' | '\\]' | `\\end{${string}}`

interface Opened {
  readonly closer: Closer
  /** Opens and closes on the same line. */
  readonly endsHere: boolean
  /** The formula without its signs. */
  readonly texOf: (raw: string) => string
}

const environments = [
  'equation',
  'align',
  'gather',
  'eqnarray',
  'multline',
  'aligned',
  'equation*',
  'align*',
  'gather*',
] as const
const plainEnvironment =
  /^\\(?:begin|end)\{(?:equation|gather|multline)\*?\}|\\(?:begin|end)\{(?:equation|gather|multline)\*?\}$/g

/** A line that is, or begins, a formula of its own; null for prose. */
export const opensMath = (rest: string): Opened | null => {
  if (rest.startsWith('$$')) {
    const inner = rest.trimEnd()
    const second = inner.indexOf('$$', 2)
    if (second < 0)
      return { closer: '$$', endsHere: false, texOf: (raw) => raw.replace(/^\$\$|\$\$[^$]*$/g, '').trim() }
    // Words before or behind: a formula inside a sentence.
    if (second !== inner.length - 2 || inner.length < 5) return null
    return { closer: '$$', endsHere: true, texOf: (raw) => raw.trim().slice(2, -2).trim() }
  }
  if (rest.startsWith('\\[')) {
    const inner = rest.trimEnd()
    if (inner.endsWith('\\]')) return { closer: '\\]', endsHere: true, texOf: (raw) => raw.trim().slice(2, -2).trim() }
    return inner.includes('\\]')
      ? null
      : {
          closer: '\\]',
          endsHere: false,
          texOf: (raw) =>
            raw
              .trim()
              .replace(/^\\\[|\\\]$/g, '')
              .trim(),
        }
  }
  const environment = environments.find((name) => rest.startsWith(`\\begin{${name}}`))
  if (environment === undefined) return null
  const closer: Closer = `\\end{${environment}}`
  const texOf = (raw: string): string =>
    raw
      .trim()
      .replace(plainEnvironment, '')
      .replace(/^\\begin\{(?:align|eqnarray)\*?\}/, '\\begin{aligned}')
      .replace(/\\end\{(?:align|eqnarray)\*?\}$/, '\\end{aligned}')
      .trim()
  return { closer, endsHere: rest.trimEnd().endsWith(closer), texOf }
}

/** A formula of more lines is one that was never closed. */
const longest = 60

/** The line on which a formula ends, or null when it never does. Looks at no more than `longest` lines. */
export const closingMath =
  (lines: readonly Line[]) =>
  (from: number, closer: Closer): number | null => {
    for (let i = from; i < Math.min(lines.length, from + longest); i++) {
      const text = lines[i]?.text.trimEnd() ?? ''
      if (text.endsWith(closer)) return i
      if (/^[ \t]*(?:#{1,6}[ \t]|`{3})/.test(text)) return null
      if (closer === '$$' && text.includes('$$')) return null
    }
    return null
  }
