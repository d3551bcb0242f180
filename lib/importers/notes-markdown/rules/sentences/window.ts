import { isChinese, pointsOutside } from '../../words/deixis'
import { clausesOf } from '../mask'
import { carriesOn, isOpen } from './trim'

const most = { zh: 56, en: 170 }

/** Clauses that cannot begin a statement. */
const leans =
  /^(?:就|则|而|但|并|且|也|或|再|然后|从而|因此|所以|以|来|即|如|例如|比如|其|它|这|那|该|不然|否则|只是|使|让|与之|不|并|均|将|要么|会|可以|可能|能|却|都|仅|更|较|避免|需要|在这|没有|导致|拥有|直到|而且|and |or |but |which |so |then |that )/i

/** Whether a clause begins in the middle of a thought. */
export const leansOn = (clause: string): boolean => leans.test(clause)

/** The clauses around a place that make a statement on their own, none more than needed; null when none do. */
export const windowAround = (
  text: string,
  at: number,
  to: number,
): { readonly from: number; readonly to: number } | null => {
  const clauses = clausesOf(text)
  const chinese = isChinese(text)
  const limit = chinese ? most.zh : most.en
  let first = clauses.findIndex((clause) => clause.to > at)
  let last = clauses.findIndex((clause) => clause.to >= to)
  if (first < 0 || last < 0) return null
  const startOf = (index: number) => clauses[index]?.from ?? 0
  const leaning = (index: number) => {
    const clause = clauses[index]?.text ?? ''
    return leans.test(clause) || pointsOutside(clause, 99) || clause.length < (chinese ? 7 : 15)
  }
  while (first > 0 && leaning(first)) first--
  while (first > 0 && isOpen(clauses[first - 1]?.text ?? '')) first--
  // A sentence's own beginning names what it is about: kept while it fits.
  while (first > 0 && (clauses[last]?.to ?? 0) - startOf(first - 1) <= limit && first <= 2) first--
  while (
    last < clauses.length - 1 &&
    (isOpen(clauses[last]?.text ?? '') || /^(?:而不是|而没有|不是)/.test(clauses[last + 1]?.text ?? ''))
  )
    last++
  if (
    last < clauses.length - 1 &&
    carriesOn(clauses[last + 1]?.text ?? '') &&
    (clauses[last + 1]?.to ?? 0) - startOf(first) <= limit
  )
    last++
  const from = startOf(first) + (text.slice(startOf(first)).match(/^[，,\s]+/)?.[0].length ?? 0)
  const end = clauses[last]?.to ?? text.length
  if (isOpen(clauses[last]?.text ?? '')) return null
  return end - from > limit * 1.5 || (first > 0 && leaning(first)) ? null : { from, to: end }
}
