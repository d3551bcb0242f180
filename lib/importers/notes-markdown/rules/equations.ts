/** One equation of a formula. */
export interface Equation {
  readonly left: string
  readonly right: string
  /** Which of the formula's equations it is. */
  readonly index: number
}

/** Places of a sign outside braces and brackets. */
const places = (tex: string, isSign: (tex: string, at: number) => boolean): number[] => {
  const found: number[] = []
  let depth = 0
  for (let i = 0; i < tex.length; i++) {
    const c = tex.charAt(i)
    if (c === '\\') {
      i++
      continue
    }
    if ('{([（'.includes(c)) depth++
    else if ('})]）'.includes(c)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && isSign(tex, i)) found.push(i)
  }
  return found
}

const isEquals = (tex: string, at: number): boolean =>
  tex.charAt(at) === '=' && !/[<>!:=\\]/.test(tex.charAt(at - 1)) && tex.charAt(at + 1) !== '='

/** Sides between equals signs. */
export const sidesOf = (tex: string): readonly string[] => {
  const cuts = places(tex, isEquals)
  const sides: string[] = []
  let from = 0
  for (const at of [...cuts, tex.length]) {
    sides.push(tex.slice(from, at).trim())
    from = at + 1
  }
  return sides
}

const rowsOf = (tex: string): string[] =>
  tex
    .replace(/\\(?:begin|end)\{(?:aligned|align|split|gathered)\*?\}/g, '')
    .split(/\\\\/)
    .map((row) => row.replace(/&/g, '').trim())
    .filter((row) => row !== '')

/** The equations of a formula: one a row; a row that begins with an equals sign goes on with the row above. */
export const equationsOf = (tex: string): readonly Equation[] => {
  if (/\\begin\{(?:cases|array|p?matrix|bmatrix|vmatrix)\}/.test(tex)) {
    const [left = '', ...rest] = sidesOf(tex)
    return rest.length === 0 || left === '' ? [] : [{ left, right: rest.join(' = '), index: 0 }]
  }
  const equations: Equation[] = []
  let above = ''
  rowsOf(tex).forEach((row, index) => {
    const sides = sidesOf(row)
    const [left = ''] = sides
    if (sides.length < 2) return
    if (left !== '') above = left
    equations.push({
      left: left === '' ? above : left,
      right: sides
        .slice(1)
        .join(' = ')
        .replace(/[,，。;；.]+$/, '')
        .trim(),
      index,
    })
  })
  return equations
}
