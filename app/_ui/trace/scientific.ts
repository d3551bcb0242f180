/** A small error as people write it: `0`, `3e-7`, `0.02`; with a true minus sign. */
export const scientific = (value: number): string => {
  if (value === 0) return '0'
  if (value >= 0.01) return value.toFixed(2)
  return value.toExponential(0).replace('e-', 'e\u2212')
}
