/** What a campaign counted, as a sentence with its numbers, and what broke its bar: one sentence each, empty where it holds. */
export interface Outcome {
  readonly result: string
  readonly missed: readonly string[]
}

/** A long trial with fixed seeds: the same code always gives the same outcome. */
export interface Campaign {
  readonly name: string
  readonly run: () => Promise<Outcome>
}

export const counted = (count: number, what: string, failures: readonly string[]): Outcome => ({
  result: `${count.toLocaleString('en')} ${what}, ${failures.length} failures`,
  missed: failures,
})
