import type { Part } from '@/lib/sync/class-report'

/** Standard errors apart; with a dozen variants a question, chance goes this far about once in thirty questions. */
const apart = 3

/** Whether a variant's share of right answers lies off that of the question's other variants, by the two-proportion test. */
export const driftOf = (own: Part, others: Part): 'none' | 'easier' | 'harder' | null => {
  if (own.of === 0 || others.of === 0) return null
  const pooled = (own.right + others.right) / (own.of + others.of)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / own.of + 1 / others.of))
  if (error === 0) return 'none'
  const z = (own.right / own.of - others.right / others.of) / error
  return z >= apart ? 'easier' : z <= -apart ? 'harder' : 'none'
}
