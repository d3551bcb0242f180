/** What a correction does to one attempt, in points. */
export interface Moved {
  readonly attempt: string
  readonly before: number
  readonly after: number
}

export interface Preview {
  readonly attempts: number
  readonly gain: number
  readonly lose: number
  /** Mean over all attempts, points. */
  readonly meanBefore: number
  readonly meanAfter: number
  /** Those that change, the largest change first. */
  readonly moved: readonly Moved[]
}

/** Points are sums of shares: less than this is rounding. */
const least = 1e-9

export const comparePoints = (all: readonly Moved[]): Preview => {
  const mean = (of: (one: Moved) => number) =>
    all.length === 0 ? 0 : all.reduce((sum, one) => sum + of(one), 0) / all.length
  const moved = all.filter(({ before, after }) => Math.abs(after - before) > least)
  return {
    attempts: all.length,
    gain: moved.filter(({ before, after }) => after > before).length,
    lose: moved.filter(({ before, after }) => after < before).length,
    meanBefore: mean(({ before }) => before),
    meanAfter: mean(({ after }) => after),
    moved: moved.sort(
      (a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.attempt < b.attempt ? -1 : 1),
    ),
  }
}
