import type { Candidate } from '../rules/rule'
import { withoutMarks } from '../words/bare'

const shingle = 4
/** Share of common shingles from which two cards ask the same. */
const alike = 0.7
/** A shingle this frequent tells nothing. */
const common = 12

const bare = ({ asks, answer }: Candidate): string => withoutMarks(`${asks} ${answer}`.toLowerCase())

/** Pieces of four signs, each as a number, none twice. */
const shinglesOf = (text: string): Int32Array => {
  const length = Math.max(1, text.length - shingle + 1)
  const pieces = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    let piece = 0
    for (let k = i; k < Math.min(text.length, i + shingle); k++)
      piece = (Math.imul(piece, 65_599) + text.charCodeAt(k)) | 0
    pieces[i] = piece
  }
  pieces.sort()
  let unique = 0
  for (let i = 0; i < length; i++) if (i === 0 || pieces[i] !== pieces[i - 1]) pieces[unique++] = pieces[i] ?? 0
  return pieces.subarray(0, unique)
}

/** A checked formula under its entry's name: the same one stands for width and height, and wherever notes repeat it. */
const formulaOf = ({ claim, rule, answer, asks }: Candidate): string | null =>
  claim.kind === 'checked' && rule === 'formula'
    ? `${claim.entry}|${answer.replace(/H/g, 'W').replace(/[\s{}]/g, '')}|${/[<>]|\\[lg]e/.test(answer) ? asks : ''}`
    : null

/** Rules whose cards differ in one name by their nature: rows of a table, years, ranges. */
const structured = new Set(['table', 'year', 'threshold', 'gloss'])

/** The cards kept so far by their shingles. */
const makeShelf = () => {
  const holders = new Map<number, number[]>()
  const sizes: number[] = []
  const counts: number[] = []
  return {
    /** Whether a card that is kept shares most of these shingles. */
    holdsTwin: (shingles: Int32Array): boolean => {
      const touched: number[] = []
      for (const one of shingles)
        for (const other of holders.get(one) ?? []) {
          const count = counts[other] ?? 0
          if (count === 0) touched.push(other)
          counts[other] = count + 1
        }
      let twin = false
      for (const other of touched) {
        const count = counts[other] ?? 0
        counts[other] = 0
        twin ||= count / (shingles.length + (sizes[other] ?? 0) - count) >= alike
      }
      return twin
    },
    put: (shingles: Int32Array): void => {
      const place = sizes.length
      sizes.push(shingles.length)
      counts.push(0)
      for (const one of shingles) {
        const list = holders.get(one)
        if (list === undefined) holders.set(one, [place])
        else if (list.length < common) list.push(place)
      }
    },
  }
}

/** Cards that say nearly the same as a surer or an earlier one are dropped. */
export const withoutTwins = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const order = candidates
    .map((candidate, index) => ({ candidate, index }))
    .sort((a, b) => b.candidate.confidence - a.candidate.confidence || a.index - b.index)
  const formulas = new Set<string>()
  const texts = new Set<string>()
  const shelf = makeShelf()
  const kept: { readonly candidate: Candidate; readonly index: number }[] = []
  for (const each of order) {
    const same = formulaOf(each.candidate)
    if (same !== null && formulas.has(same)) continue
    if (same !== null) formulas.add(same)
    const text = bare(each.candidate)
    if (texts.has(text)) continue
    texts.add(text)
    const mine = shinglesOf(text)
    if (!structured.has(each.candidate.rule) && shelf.holdsTwin(mine)) continue
    kept.push(each)
    shelf.put(mine)
  }
  return kept.sort((a, b) => a.index - b.index).map(({ candidate }) => candidate)
}
