/** One person's result on one item. */
export interface ItemResult {
  readonly attempt: string
  readonly form: number
  /** Share of the item's credit, 0..1. */
  readonly score: number
  readonly spentMs: number
  readonly mistake: string | null
}

export interface FormStatistics {
  readonly form: number
  readonly count: number
  /** Mean share of credit. */
  readonly mean: number
  /** It is answered so differently from the item as a whole that chance hardly explains it. */
  readonly drifts: boolean
}

export interface ItemStatistics {
  readonly item: string
  readonly count: number
  /** Mean share of credit, 0..1: the observed easiness. */
  readonly mean: number
  /** Correlation of the item with the rest of the paper (Pearson); null where either does not vary. */
  readonly discrimination: number | null
  /** Median time on it, ms; null where nobody's was told. */
  readonly medianMs: number | null
  readonly mistakes: readonly { readonly name: string; readonly count: number }[]
  readonly forms: readonly FormStatistics[]
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, x) => sum + x, 0) / values.length

const correlation = (xs: readonly number[], ys: readonly number[]): number | null => {
  const [mx, my] = [mean(xs), mean(ys)]
  let [xy, xx, yy] = [0, 0, 0]
  for (const [i, x] of xs.entries()) {
    const [dx, dy] = [x - mx, (ys[i] ?? my) - my]
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  }
  return xx <= 1e-12 || yy <= 1e-12 ? null : xy / Math.sqrt(xx * yy)
}

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

/** Below so many answers a form's mean says nothing. */
const leastAnswers = 10
/** Standard errors; with a dozen forms about one in ten thousand crosses it by chance. */
const farOff = 3.5

const formsOf = (results: readonly ItemResult[]): readonly FormStatistics[] => {
  const all = results.map(({ score }) => score)
  const whole = mean(all)
  const variance = mean(all.map((x) => (x - whole) ** 2))
  const byForm = new Map<number, ItemResult[]>()
  for (const result of results) byForm.set(result.form, [...(byForm.get(result.form) ?? []), result])
  return [...byForm]
    .sort(([a], [b]) => a - b)
    .map(([form, own]) => {
      const average = mean(own.map(({ score }) => score))
      const error = Math.sqrt(variance / own.length)
      const drifts = own.length >= leastAnswers && error > 0 && Math.abs(average - whole) > farOff * error
      return { form, count: own.length, mean: average, drifts }
    })
}

/** What answers say of an item. `totals`: each attempt's share of credit over the paper without this item. */
export const itemStatistics = (
  item: string,
  results: readonly ItemResult[],
  restOf: (attempt: string) => number,
): ItemStatistics => {
  const mistakes = new Map<string, number>()
  for (const { mistake } of results) if (mistake !== null) mistakes.set(mistake, (mistakes.get(mistake) ?? 0) + 1)
  const scores = results.map(({ score }) => score)
  return {
    item,
    count: results.length,
    mean: mean(scores),
    discrimination: correlation(
      scores,
      results.map(({ attempt }) => restOf(attempt)),
    ),
    medianMs: median(results.flatMap(({ spentMs }) => (spentMs > 0 ? [spentMs] : []))),
    mistakes: [...mistakes]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    forms: formsOf(results),
  }
}
