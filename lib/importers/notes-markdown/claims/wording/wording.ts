/** A word that stands for another: a slip of the pen, or a term translated wrong. Text is put right; the card tells when it matters. */
export interface Wording {
  readonly says: RegExp
  readonly correct: string
  /** `term`: the card says so, for somebody may have learnt it wrong. `typo`: put right in silence. */
  readonly kind: 'term' | 'typo'
  /** Words that must stand in the card or above it. */
  readonly near?: RegExp
}
