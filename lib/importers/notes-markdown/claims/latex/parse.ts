import { type TexToken, texTokens } from './tokens'
import { holdsIndex, type Tree } from './tree'

/** Thrown inside the parser only. */
class Unreadable extends Error {}

const functions = new Set([
  'max',
  'min',
  'log',
  'ln',
  'exp',
  'tanh',
  'sinh',
  'cosh',
  'sin',
  'cos',
  'sqrt',
  'sigma',
  'softmax',
  'relu',
  'ReLU',
  'sigmoid',
  'abs',
])
const greek =
  /^\\(?:alpha|beta|gamma|delta|Delta|epsilon|varepsilon|eta|theta|lambda|mu|nu|rho|sigma|Sigma|tau|phi|Phi|psi|omega|pi|kappa|zeta|xi|ell)$/
const accents = new Set([
  '\\hat',
  '\\tilde',
  '\\widetilde',
  '\\bar',
  '\\overline',
  '\\vec',
  '\\mathbf',
  '\\boldsymbol',
  '\\widehat',
])
const deepest = 60

/** Names that people write in several letters without a command. */
const longNames = [
  'max',
  'min',
  'log',
  'ln',
  'exp',
  'tanh',
  'sqrt',
  'grad',
  'softmax',
  'sigmoid',
  'TP',
  'TN',
  'FP',
  'FN',
  'IoU',
  'std',
  'var',
  'mean',
  'fan',
  'KL',
  'ELU',
  'ReLU',
  'recall',
  'precision',
  'accuracy',
]

/** Functions a formula's own entry knows besides the usual ones, e.g. `f` and `nabla f`. */
export interface Reading {
  readonly functions: ReadonlySet<string>
}

export const parseTex = (tex: string, reading: Reading): Tree | null => {
  // Random matrices of numerical libraries and conditional probabilities are one letter here.
  const named = tex.replace(/P\([a-z]=\d(?:\||\\mid)[^()]{1,20}\)/g, '\\chance ')
  const tokens = texTokens(
    named.replace(
      /(?:(?:np|numpy|torch|tf)\.(?:random\.)?(?:randn|normal)|\\(?:text|mathtt)\{(?:np\.random\.)?randn\})\([^()]{0,60}\)/g,
      '\\randn ',
    ),
  )
  if (tokens === null) return null
  const parser = new Parser(joinNames(tokens), reading)
  try {
    const tree = parser.sum(0)
    return parser.atEnd() ? tree : null
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

const joinNames = (tokens: readonly TexToken[]): readonly TexToken[] => {
  const joined: TexToken[] = []
  for (let i = 0; i < tokens.length; ) {
    const ahead = tokens.slice(i, i + 9).join('')
    const name = longNames.find(
      (each) => ahead.startsWith(each) && tokens.slice(i, i + each.length).every((token) => token.length === 1),
    )
    if (name === undefined) joined.push(tokens[i] ?? '')
    else joined.push(`\\${name}`)
    i += name?.length ?? 1
  }
  return joined
}

class Parser {
  private at = 0
  /** Bars that are open: the next one closes. */
  private open = 0

  constructor(
    private readonly tokens: readonly TexToken[],
    private readonly reading: Reading,
  ) {}

  atEnd(): boolean {
    return this.at >= this.tokens.length
  }

  sum(depth: number): Tree {
    if (depth > deepest) throw new Unreadable()
    let left = this.product(depth)
    for (;;) {
      const sign = this.peek()
      if (sign !== '+' && sign !== '-') return left
      this.at++
      const right = this.product(depth)
      // A sum goes on over what still speaks of its index.
      if ((left.kind === 'sum' || left.kind === 'product') && holdsIndex(right, left.index))
        left = { ...left, body: { kind: 'binary', sign, left: left.body, right } }
      else left = { kind: 'binary', sign, left, right }
    }
  }

  private peek(ahead = 0): string {
    return this.tokens[this.at + ahead] ?? ''
  }

  private take(): string {
    return this.tokens[this.at++] ?? ''
  }

  private expect(token: string): void {
    if (this.take() !== token) throw new Unreadable()
  }

  private product(depth: number): Tree {
    let left = this.signed(depth)
    for (;;) {
      const sign = this.peek()
      if (sign === '*' || sign === '/') {
        this.at++
        left = { kind: 'binary', sign, left, right: this.signed(depth) }
      } else if (this.startsFactor()) left = { kind: 'binary', sign: '*', left, right: this.power(depth) }
      else return left
    }
  }

  private startsFactor(): boolean {
    const token = this.peek()
    if (token === '|' || token === '\\|') return this.open === 0
    if (
      token === '' ||
      [
        '+',
        '-',
        '*',
        '/',
        ')',
        ']',
        '}',
        ',',
        '=',
        '|',
        '\\|',
        '^',
        '_',
        '<',
        '>',
        '<=',
        '>=',
        '\\ne',
        '&',
        '\\\\',
        '\\}',
      ].includes(token)
    )
      return false
    return true
  }

  private signed(depth: number): Tree {
    if (this.peek() !== '-') return this.power(depth)
    this.at++
    return { kind: 'negative', of: this.signed(depth + 1) }
  }

  private power(depth: number): Tree {
    const base = this.factor(depth)
    return this.raised(base, depth)
  }

  private raised(base: Tree, depth: number): Tree {
    if (this.peek() !== '^') return base
    this.at++
    if (this.peek() === 'T' || this.peek() === '\\top') {
      this.at++
      return this.raised(base, depth)
    }
    const exponent = this.group(depth)
    return { kind: 'binary', sign: '^', left: base, right: exponent }
  }

  /** `{...}` or one sign. */
  private group(depth: number): Tree {
    if (this.peek() !== '{') return this.factor(depth + 1)
    this.at++
    const tree = this.sum(depth + 1)
    this.expect('}')
    return tree
  }

  /** What stands between braces, as written. */
  private raw(): string {
    if (this.peek() !== '{') return this.take()
    this.at++
    let text = ''
    for (let level = 1; ; ) {
      const token = this.take()
      if (token === '') throw new Unreadable()
      if (token === '{') level++
      if (token === '}' && --level === 0) return text
      text += token
    }
  }

  private factor(depth: number): Tree {
    if (depth > deepest) throw new Unreadable()
    const token = this.take()
    if (/^[\d.]/.test(token)) return { kind: 'number', value: Number(token) }
    if (token === '{') {
      const inner = this.sum(depth + 1)
      this.expect('}')
      return inner
    }
    if (token === '(' || token === '[' || token === '\\{') {
      const inner = this.sum(depth + 1)
      this.expect(token === '(' ? ')' : token === '[' ? ']' : '\\}')
      return inner
    }
    if (token === '|' || token === '\\|') return this.bars(token, depth)
    if (token === '\\frac') {
      const left = this.group(depth)
      return { kind: 'binary', sign: '/', left, right: this.group(depth) }
    }
    if (token === '\\sqrt')
      return { kind: 'call', name: 'sqrt', inputs: [this.peek() === '(' ? this.factor(depth + 1) : this.group(depth)] }
    if (token === '\\sum' || token === '\\prod') return this.over(token === '\\sum' ? 'sum' : 'product', depth)
    if (token === '\\nabla') return this.gradient(depth)
    return this.named(token, depth)
  }

  private bars(bar: string, depth: number): Tree {
    this.open++
    const inner = this.sum(depth + 1)
    this.expect(bar)
    this.open--
    // `||x||_2`, `||x||_1`: which norm.
    let which = '2'
    if (this.peek() === '_') {
      this.at++
      which = this.raw()
    }
    if (bar === '|') return { kind: 'call', name: 'abs', inputs: [inner] }
    if (this.peek() === '^' && this.peek(2) === '_') {
      const exponent = this.peek(1)
      this.at += 3
      which = this.raw()
      return { kind: 'binary', sign: '^', left: norm(which, inner), right: { kind: 'number', value: Number(exponent) } }
    }
    return norm(which, inner)
  }

  private over(kind: 'sum' | 'product', depth: number): Tree {
    let index = ''
    let without: string | null = null
    for (let part = 0; part < 2; part++) {
      if (this.peek() === '_') {
        this.at++
        const raw = this.raw()
        const excluded = /^([a-z])\\ne(.+)$/.exec(raw)
        index = excluded?.[1] ?? /^[a-z]/.exec(raw)?.[0] ?? ''
        without = excluded?.[2] ?? null
      } else if (this.peek() === '^') {
        this.at++
        this.raw()
      }
    }
    if (index === '') throw new Unreadable()
    return { kind, index, without, body: this.product(depth + 1) }
  }

  private gradient(depth: number): Tree {
    if (this.peek() === '_') {
      this.at++
      this.raw()
    }
    const name = this.take()
    if (!/^[A-Za-z]$/.test(name)) throw new Unreadable()
    return { kind: 'call', name: `nabla ${name}`, inputs: this.peek() === '(' ? this.inputs(depth) : [] }
  }

  private inputs(depth: number): Tree[] {
    this.expect('(')
    const inputs: Tree[] = []
    while (this.peek() !== ')') {
      inputs.push(this.sum(depth + 1))
      if (this.peek() === ',' || this.peek() === ';') this.at++
      else if (this.peek() !== ')') throw new Unreadable()
    }
    this.at++
    return inputs
  }

  private named(token: string, depth: number): Tree {
    let key = token
    if (accents.has(token)) key = `${token === '\\widetilde' ? '\\tilde' : token}{${this.raw()}}`
    else if (!/^[A-Za-z]$/.test(token) && !greek.test(token) && !/^\\[A-Za-z ]+$/.test(token)) throw new Unreadable()
    let exponent: Tree | null = null
    while (this.peek() === "'" || this.peek() === '\\prime') {
      this.at++
      key += "'"
    }
    for (let part = 0; part < 2; part++) {
      if (this.peek() === '_' && !key.includes('_')) {
        this.at++
        key += `_${this.raw()}`
      } else if (
        this.peek() === '^' &&
        exponent === null &&
        this.peek(1) !== 'T' &&
        this.peek(1) !== '\\top' &&
        this.followsIndex()
      ) {
        this.at++
        exponent = this.group(depth)
      } else if (this.peek() === '^' && (this.peek(1) === 'T' || this.peek(1) === '\\top')) this.at += 2
    }
    const name = key.replace(/^\\/, '')
    if (functions.has(name) || this.reading.functions.has(name)) {
      if (this.peek() === '^' && exponent === null) {
        this.at++
        exponent = this.group(depth)
      }
      const inputs =
        this.peek() === '('
          ? this.inputs(depth)
          : functions.has(name) && name !== 'sigma'
            ? [this.power(depth + 1)]
            : []
      if (inputs.length > 0) {
        const call: Tree = { kind: 'call', name, inputs }
        return exponent === null ? call : { kind: 'binary', sign: '^', left: call, right: exponent }
      }
    }
    const symbol: Tree = { kind: 'symbol', key }
    return exponent === null ? symbol : { kind: 'binary', sign: '^', left: symbol, right: exponent }
  }

  /** `W^2_{k,l}`: an index behind the exponent. */
  private followsIndex(): boolean {
    if (this.peek(1) !== '{') return this.peek(2) === '_'
    let ahead = 2
    for (let level = 1; level > 0 && ahead < 30; ahead++) {
      if (this.peek(ahead) === '{') level++
      if (this.peek(ahead) === '}') level--
    }
    return this.peek(ahead) === '_'
  }
}

const norm = (which: string, of: Tree): Tree => ({
  kind: 'call',
  name: which === '1' ? 'norm1' : 'norm2',
  inputs: [of],
})
