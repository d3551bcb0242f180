import type { Formula } from './formulas/formula'
import type { Tree } from './latex/tree'

const mostSteps = 400

/** Rows of the same formula that define a letter, by that letter. */
export type Defined = ReadonlyMap<string, Tree>

const calls: { readonly [name: string]: string } = {
  log: 'log',
  ln: 'log',
  exp: 'exp',
  tanh: 'tanh',
  sin: 'sin',
  cos: 'cos',
  sqrt: 'sqrt',
  abs: 'abs',
  sigma: 'sigmoid',
  sigmoid: 'sigmoid',
  relu: 'relu',
  ReLU: 'relu',
  softmax: 'softmax',
  norm2: 'norm',
}

/** A letter without blanks and without braces around its index. */
export const spelled = (key: string): string => key.replace(/\s+/g, '').replace(/_\{([^{}]*)\}/g, '_$1')

/** A printed formula in the compute language, sums written out; null when a letter means nothing to the entry. */
export const translate = (tree: Tree, entry: Formula, defined: Defined): string | null => {
  let left = mostSteps
  const indices = new Map<string, number>()
  const within = new Set<string>()

  const letter = (key: string): string | null => {
    const name = spelled(key)
    const meaning = entry.letters[name]
    if (meaning !== undefined) return fill(meaning)
    const row = defined.get(name)
    if (row !== undefined && !within.has(name)) {
      within.add(name)
      const text = go(row)
      within.delete(name)
      return text
    }
    if (name === 'e') return '2.718281828459045'
    if (name === '\\pi') return '3.141592653589793'
    const index = indices.get(name)
    return index === undefined ? null : String(index)
  }
  const fill = (template: string): string | null => {
    let known = true
    const text = template.replace(/\{([a-z])\}/g, (_, name: string) => {
      const at = indices.get(name)
      if (at === undefined) known = false
      return String(at)
    })
    return known ? text : null
  }
  const call = (name: string, inputs: readonly Tree[]): string | null => {
    const texts = inputs.map(go)
    if (texts.some((text) => text === null)) return null
    const own = entry.functions?.[name]
    if (own !== undefined) return own.replace(/\{(\d)\}/g, (_, at: string) => `(${texts[Number(at)] ?? ''})`)
    if (name === 'max' || name === 'min') {
      if (texts.length < 2) return null
      return texts
        .slice(1)
        .reduce<string>((all, text) => `${name === 'max' ? 'maximum' : 'minimum'}(${all}, ${text})`, texts[0] ?? '')
    }
    if (name === 'norm1') return `sum(abs(${texts[0]}))`
    const known = calls[name]
    return known === undefined || texts.length !== 1 ? null : `${known}(${texts[0]})`
  }
  const over = (tree: Extract<Tree, { kind: 'sum' | 'product' }>): string | null => {
    const length = entry.ranges?.[tree.index]
    if (length === undefined || indices.has(tree.index)) return null
    const skipped = tree.without === null ? null : letter(tree.without)
    if (tree.without !== null && skipped === null) return null
    const parts: string[] = []
    for (let at = 0; at < length; at++) {
      indices.set(tree.index, at)
      const text = go(tree.body)
      indices.delete(tree.index)
      if (text === null) return null
      parts.push(skipped === null ? text : `where(${skipped} == ${at}, ${tree.kind === 'sum' ? 0 : 1}, ${text})`)
    }
    return `(${parts.join(tree.kind === 'sum' ? ' + ' : ' * ')})`
  }
  const go = (tree: Tree): string | null => {
    if (--left < 0) return null
    switch (tree.kind) {
      case 'number':
        return String(tree.value)
      case 'symbol':
        return letter(tree.key)
      case 'negative': {
        const of = go(tree.of)
        return of === null ? null : `(-${of})`
      }
      case 'call':
        return call(tree.name, tree.inputs)
      case 'sum':
      case 'product':
        return over(tree)
      case 'binary': {
        const [a, b] = [go(tree.left), go(tree.right)]
        return a === null || b === null ? null : `(${a} ${tree.sign} ${b})`
      }
    }
  }
  return go(tree)
}
