export interface Measurement {
  readonly what: string
  readonly value: { readonly number: number; readonly unit: string }
  /** The largest value that still holds; null where the number is only reported. */
  readonly bar: number | null
}

export interface Bench {
  readonly name: string
  readonly measure: () => Promise<readonly Measurement[]>
}

/** The p-th percentile (0..100) by the nearest rank. */
export const percentile = (values: readonly number[], p: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)]
  if (value === undefined) throw new Error('percentile of nothing')
  return value
}
