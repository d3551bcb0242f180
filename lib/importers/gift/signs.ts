/** What a sign after a backslash becomes until the block is taken apart. Private use, dropped from every file before. */
const held: ReadonlyMap<string, string> = new Map([
  ['\\', '\ue010'],
  [':', '\ue011'],
  ['#', '\ue012'],
  ['=', '\ue013'],
  ['{', '\ue014'],
  ['}', '\ue015'],
  ['~', '\ue016'],
])
const freed = new Map([...held].map(([sign, stand]) => [stand, sign]))

/** LaTeX commands that begin as GIFT's line break does. People write them unescaped. */
const notNewline =
  /^n(?:abla|eq?|u|ot|otin|i|mid|parallel|rightarrow|leftarrow|exists|subseteq|earrow|warrow|ormalsize|onumber|atural|less|gtr|leq|geq|sim|cong)(?![a-zA-Z])/

const formula = /\$\$[^$]+\$\$|\$[^$\n]+\$|\\\([\s\S]{1,2000}?\\\)/g
const special = /[:#={}~]/g

const hold = (text: string): string => text.replace(special, (sign) => held.get(sign) ?? sign)

export interface HeldText {
  readonly text: string
  /** LaTeX commands that would have been line breaks. */
  readonly rescued: readonly string[]
}

/**
 * Puts escaped signs out of the way. Signs within a formula that nobody escaped are put away too: `$\frac{a}{b}$` is no answer.
 */
export const holdSigns = (block: string): HeldText => {
  const rescued: string[] = []
  const text = block
    .replace(formula, (found) =>
      /\\[a-zA-Z]|[\^_]\{/.test(found) && /(?<!\\)[{}]/.test(found) ? holdBare(found) : found,
    )
    .replace(/\\([\\:#={}~]|n[a-zA-Z]*)/g, (all, after: string) => {
      if (!after.startsWith('n')) return held.get(after) ?? all
      const command = notNewline.exec(after)?.[0]
      if (command === undefined) return `\n${after.slice(1)}`
      rescued.push(`\\${command}`)
      return all
    })
  return { text, rescued }
}

/** The same for a formula, whose backslashes are its own. */
const holdBare = (text: string): string => hold(text.replace(/\\([{}#=~:])/g, '$1'))

export const freeSigns = (text: string): string => text.replace(/[\ue010-\ue016]/g, (sign) => freed.get(sign) ?? '')
