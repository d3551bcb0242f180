const fullWidth: { readonly [sign: string]: string } = {
  '（': '(',
  '）': ')',
  '，': ',',
  '：': ':',
  '；': ';',
  '＝': '=',
  '＋': '+',
  '－': '-',
  '×': '\\times ',
  '·': '\\cdot ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '∈': '\\in ',
  '∞': '\\infty ',
  '∇': '\\nabla ',
  '∑': '\\sum ',
  '√': '\\surd ',
  '−': '-',
  '→': '\\to ',
  '。': '.',
  '、': ',',
  '“': '"',
  '”': '"',
}

const functions = /(?<![\\a-zA-Z])(max|min|log|ln|exp|tanh|sinh|cosh|sin|cos|tan|arg)(?![a-z])/g
const hasOperator = /\\(?:text|mathrm|operatorname\*?|mathit|textbf|mathtt)\{[^{}]*\}/g
const chinese = /[\u2e80-\u9fff]+(?:[，、。（）：；]*[\u2e80-\u9fff]+)*/g

/** Rows without an environment: LaTeX ignores `\\` there. */
const aligned = (tex: string): string => {
  if (!/\\\\/.test(tex) || /\\begin\{/.test(tex)) return tex
  const rows = tex.split(/\\\\\s*/).filter((row) => row.trim() !== '')
  if (rows.length < 2) return rows[0] ?? ''
  return `\\begin{aligned} ${rows.map((row) => (row.includes('&') ? row : row.replace(/=/, '&=')).trim()).join(' \\\\ ')} \\end{aligned}`
}

/** Formulas as people type them, made what LaTeX accepts: ASCII signs, named functions, rows, words in \text. Says the same. */
export const repairTex = (tex: string): string => {
  const kept: string[] = []
  const words = tex.replace(hasOperator, (found) => {
    kept.push(found)
    return `\uE001${kept.length - 1}\uE002`
  })
  const plain = words
    .replace(/\s+/g, ' ')
    .replace(chinese, (found) => {
      kept.push(`\\text{${found}}`)
      return `\uE001${kept.length - 1}\uE002`
    })
    .replace(/[（），：；＝＋－×·≤≥≠∈∞∇∑√−→。、“”]/g, (sign) => fullWidth[sign] ?? sign)
    .replace(/>=/g, '\\ge ')
    .replace(/<=/g, '\\le ')
    .replace(/!=/g, '\\ne ')
    .replace(/(?<![\\a-zA-Z])sqrt\(([^()]{1,60})\)/g, '\\sqrt{$1}')
    .replace(functions, (found, name: string, index: number, all: string) =>
      /[A-Za-z]/.test(all.charAt(index + found.length)) ? `\\${name} ` : `\\${name}`,
    )
    .replace(/(?<![\\A-Za-z.])[a-z]+(?:\.[a-z]+)+(?![A-Za-z])/g, '\\mathtt{$&}')
    .replace(/(?<!\\)[#%]/g, '\\$&')
    .replace(/\|\|/g, '\\|')
    .replace(/ {2,}/g, ' ')
    .trim()
  return aligned(plain).replace(/\uE001(\d+)\uE002/g, (_, index: string) => kept[Number(index)] ?? '')
}

/** What must not be set: commands that load, link or style, and formulas far too long for a card. */
export const unsafeTex = (tex: string): boolean =>
  tex.length > 1_500 ||
  /\\(?:href|url|includegraphics|html[A-Za-z]*|class|cssId|style|def|let|newcommand|renewcommand|gdef|edef|xdef|input|include|write|catcode|csname|special|require|unicode)(?![a-zA-Z])/.test(
    tex,
  ) ||
  !balanced(tex)

/** Every brace closed, no environment left open. */
const balanced = (tex: string): boolean => {
  let depth = 0
  for (let i = 0; i < tex.length; i++) {
    const c = tex.charAt(i)
    if (c === '\\') i++
    else if (c === '{') depth++
    else if (c === '}' && --depth < 0) return false
    if (depth > 40) return false
  }
  return (
    depth === 0 &&
    (tex.match(/\\begin\{/g)?.length ?? 0) === (tex.match(/\\end\{/g)?.length ?? 0) &&
    (tex.match(/\\left(?![a-z])/g)?.length ?? 0) === (tex.match(/\\right(?![a-z])/g)?.length ?? 0) &&
    !/[\^_]\s*$/.test(tex) &&
    !/[_^]\s*[_^]/.test(tex) &&
    !tex.includes('$')
  )
}
