import type { Line } from './line'

export interface Fence {
  readonly sign: string
  readonly length: number
  readonly language: string
}

const opening = /^[ \t]*(`{3,}|~{3,})[ \t]*([^\s`{]*)/

export const fenceOf = (text: string): Fence | null => {
  const found = opening.exec(text)
  if (found?.[1] === undefined || text.includes('`', found[0].length)) return null
  return { sign: found[1].charAt(0), length: found[1].length, language: (found[2] ?? '').toLowerCase() }
}

const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/

/** For each line the next one that could close a fence of a sign, looked up from the end: no text is read twice. */
export const closingFences = (lines: readonly Line[]): ((from: number, fence: Fence) => number | null) => {
  const next = { '`': new Int32Array(lines.length + 1), '~': new Int32Array(lines.length + 1) }
  const last = { '`': -1, '~': -1 }
  for (let i = lines.length - 1; i >= 0; i--) {
    const sign = closing.exec(lines[i]?.text ?? '')?.[1]?.charAt(0)
    if (sign === '`' || sign === '~') last[sign] = i
    next['`'][i] = last['`']
    next['~'][i] = last['~']
  }
  return (from, fence) => {
    const at = fence.sign === '`' || fence.sign === '~' ? (next[fence.sign][from] ?? -1) : -1
    return at < 0 ? null : at
  }
}
