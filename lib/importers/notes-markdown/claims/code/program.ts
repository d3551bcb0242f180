/** One line of a program that can be followed: an assignment, or the head of a loop. */
export type CodeLine =
  | {
      readonly kind: 'assign'
      readonly name: string
      readonly sign: '' | '+' | '-' | '*' | '/'
      readonly value: string
      readonly line: number
    }
  | { readonly kind: 'loop'; readonly index: string | null; readonly from: number; readonly line: number }
  | { readonly kind: 'blank'; readonly line: number }
  | { readonly kind: 'unread'; readonly line: number }

/** Depth of the indentation, 0 or 1: outside or inside the loop. */
export interface PlacedLine {
  readonly code: CodeLine
  readonly inside: boolean
  readonly text: string
}

const assign = /^([A-Za-z_]\w*)\s*([-+*/]?)=(?!=)\s*(.+)$/
const forever = /^while\s+(?:True|1)\s*:$/
const counted = /^for\s+([A-Za-z_]\w*)\s+in\s+range\((?:(\d+)\s*,\s*)?[^()]*(?:\+\s*1)?\)\s*:$/

const readLine = (text: string, line: number): CodeLine => {
  const bare = text.replace(/\s*#.*$/, '').trim()
  if (bare === '' || /^(?:import|from)\s/.test(bare) || bare === 'pass') return { kind: 'blank', line }
  if (forever.test(bare)) return { kind: 'loop', index: null, from: 0, line }
  const loop = counted.exec(bare)
  if (loop?.[1] !== undefined) return { kind: 'loop', index: loop[1], from: Number(loop[2] ?? 0), line }
  const found = assign.exec(bare)
  if (found === null) return { kind: 'unread', line }
  const [, name = '', sign = '', value = ''] = found
  return { kind: 'assign', name, sign: sign as '' | '+' | '-' | '*' | '/', value: value.replace(/;$/, '').trim(), line }
}

export const readCode = (code: string): readonly PlacedLine[] =>
  code.split('\n').map((text, line) => ({ code: readLine(text, line), inside: /^\s/.test(text), text }))
