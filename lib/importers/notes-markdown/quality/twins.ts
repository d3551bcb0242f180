import type { Candidate } from '../rules/rule'

const shingle = 4
/** Share of common shingles from which two cards ask the same. */
const alike = 0.7
/** A shingle this frequent tells nothing. */
const common = 200

const shinglesOf = ({ asks, answer }: Candidate): ReadonlySet<string> => {
  const text = `${asks} ${answer}`.toLowerCase().replace(/[\s\p{P}]+/gu, '')
  const found = new Set<string>()
  for (let i = 0; i + shingle <= Math.max(text.length, shingle); i++) found.add(text.slice(i, i + shingle))
  return found
}

/** Cards that say nearly the same as a surer or an earlier one are dropped. */
export const withoutTwins = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const order = candidates
    .map((candidate, index) => ({ candidate, index }))
    .sort((a, b) => b.candidate.confidence - a.candidate.confidence || a.index - b.index)
  const holders = new Map<string, number[]>()
  const sizes: number[] = []
  const kept: { readonly candidate: Candidate; readonly index: number }[] = []
  for (const each of order) {
    const mine = shinglesOf(each.candidate)
    const shared = new Map<number, number>()
    for (const one of mine) for (const other of holders.get(one) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    const twin = [...shared].some(([other, count]) => count / (mine.size + (sizes[other] ?? 0) - count) >= alike)
    if (twin) continue
    const place = kept.length
    kept.push(each)
    sizes.push(mine.size)
    for (const one of mine) {
      const list = holders.get(one)
      if (list === undefined) holders.set(one, [place])
      else if (list.length < common) list.push(place)
    }
  }
  return kept.sort((a, b) => a.index - b.index).map(({ candidate }) => candidate)
}
