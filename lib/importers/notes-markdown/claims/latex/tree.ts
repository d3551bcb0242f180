/** A formula as far as it can be computed. */
export type Tree =
  | { readonly kind: 'number'; readonly value: number }
  /** A letter with its index as written: `s_j`, `x_{t+1}`, `f'_a`. */
  | { readonly kind: 'symbol'; readonly key: string }
  | { readonly kind: 'call'; readonly name: string; readonly inputs: readonly Tree[] }
  | { readonly kind: 'binary'; readonly sign: '+' | '-' | '*' | '/' | '^'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'negative'; readonly of: Tree }
  /** `without` is the index left out, as in `j \ne y_i`. */
  | { readonly kind: 'sum' | 'product'; readonly index: string; readonly without: string | null; readonly body: Tree }

/** Whether a letter, alone or as an index, occurs in a tree. */
export const holdsIndex = (tree: Tree, index: string): boolean => {
  switch (tree.kind) {
    case 'number':
      return false
    case 'symbol':
      return tree.key === index || indicesOf(tree.key).includes(index)
    case 'call':
      return tree.inputs.some((input) => holdsIndex(input, index))
    case 'binary':
      return holdsIndex(tree.left, index) || holdsIndex(tree.right, index)
    case 'negative':
      return holdsIndex(tree.of, index)
    case 'sum':
    case 'product':
      return tree.index !== index && holdsIndex(tree.body, index)
  }
}

/** Letters of an index: `y_{ij}` has i and j. */
const indicesOf = (key: string): readonly string[] => {
  const at = key.indexOf('_')
  return at < 0
    ? []
    : key
        .slice(at + 1)
        .replace(/[{}(),\s]/g, '')
        .split('')
}
