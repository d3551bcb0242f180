import { signs } from './signs'

const prefix = /^(?:[ >]|[-+] |\d+\. )*/

/** One line's gaps: a gap that goes on over a line's end is one gap on each line. */
const finishLine = (line: string, goesOn: boolean): { readonly line: string; readonly goesOn: boolean } => {
  const bare = line.trim()
  if (bare === '' || bare.startsWith('![') || /^(?:```|\|? ?-{3})/.test(bare)) return { line, goesOn }
  const start = prefix.exec(line)?.[0] ?? ''
  const end = line.endsWith('\\') ? '\\' : ''
  let text = line.slice(start.length, line.length - end.length)
  if (goesOn) text = signs.gap + text
  const open = text.lastIndexOf(signs.gap) > text.lastIndexOf(signs.gapEnd)
  if (open) text += signs.gapEnd
  const marked = text.replace(
    new RegExp(`${signs.gap}([^${signs.gap}${signs.gapEnd}]*)${signs.gapEnd}`, 'g'),
    (_all, inside: string) => {
      const [words = '', hint = ''] = inside.split(signs.hint)
      const [, before = '', middle = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? []
      if (middle === '') return words
      const edge = (sign: string | undefined) => (sign === '=' ? '\u2060' : '')
      const asked = hint.trim() === '' ? '' : `::${hint.trim()}`
      return `${before}==${edge(middle[0])}${middle}${asked}${edge((asked || middle).at(-1))}==${after}`
    },
  )
  return { line: start + marked + end, goesOn: open }
}

/** Signs of gaps become `==gap==`, each on one line. */
export const finishGaps = (markdown: string): string => {
  if (!markdown.includes(signs.gap)) return markdown.replace(/[\ue000-\ue005]/g, '')
  let goesOn = false
  const lines = markdown.split('\n').map((line) => {
    const done = finishLine(line, goesOn)
    goesOn = done.goesOn
    return done.line
  })
  return lines.join('\n').replace(/[\ue000-\ue005]/g, '')
}
