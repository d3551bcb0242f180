/**
 * By how many days an interval differs from what the memory model alone would give, by reason. It is written into the grade:
 * what a day already holds differs between devices and moments, so a replay takes the decision as it was made.
 */
export interface Shift {
  /** Chance, seeded by the card: cards learned together do not come back together. */
  readonly fuzz: number
  /** Away from full days and from siblings. */
  readonly balance: number
  /** Away from easy days and breaks. */
  readonly easy: number
}

export const noShift: Shift = { fuzz: 0, balance: 0, easy: 0 }

/** How far an interval of `base` days may be moved at all, whatever the reason. */
export const reach = (base: number, longest: number): { readonly least: number; readonly most: number } => ({
  least: Math.max(1, Math.ceil(base / 2)),
  most: Math.min(longest, 2 * base + 2),
})

export const shifted = (base: number, shift: Shift, longest: number): number => {
  const { least, most } = reach(base, longest)
  return Math.min(most, Math.max(least, base + shift.fuzz + shift.balance + shift.easy))
}
