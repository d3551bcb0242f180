import { cardFaceNamed } from '@/lib/cards/faces'
import type { Bundle } from '@/lib/content/bundle'
import type { CardId } from '@/lib/core/id'
import type { ComputeEngine, EngineRefusal, EngineReport } from '../compute-engine'

/** A question of the decks on this device that has something to compute, with the numbers of one variant. */
export interface BankQuestion {
  readonly id: CardId
  /** Where it stands in the notes, without the study. */
  readonly topic: string
  readonly engine: Parameters<ComputeEngine['check']>[0]
}

export type BankResult = { readonly question: BankQuestion } & (
  | { readonly kind: 'ran'; readonly report: EngineReport }
  | { readonly kind: 'refused'; readonly reason: EngineRefusal['reason'] }
)

/** The same variant each time, so that two runs and two devices can be compared. */
const seed = 'engine'

/** Every question the engine can run, in the order of the decks. A card this version cannot show is left out. */
export const bankOf = async (bundles: readonly Bundle[]): Promise<readonly BankQuestion[]> => {
  const questions: BankQuestion[] = []
  for (const { cards, language } of bundles) {
    for (const card of cards) {
      const face = await cardFaceNamed(card.type)?.open()
      if (face === undefined) continue
      const { engine } = face.present(card.content, { seed, language })
      if (engine !== null) questions.push({ id: card.id, topic: card.heading.at(-1) ?? '', engine })
    }
  }
  return questions
}

/** Runs the questions one after the other; stops between two once `signal` is aborted. */
export const runBank = async (
  engine: ComputeEngine,
  questions: readonly BankQuestion[],
  onResult: (result: BankResult) => void,
  signal: AbortSignal,
): Promise<void> => {
  for (const question of questions) {
    if (signal.aborted) return
    const checked = await engine.check(question.engine)
    if (signal.aborted) return
    onResult(
      checked.ok
        ? { question, kind: 'ran', report: checked.value }
        : { question, kind: 'refused', reason: checked.error.reason },
    )
  }
}

/** What was refused first, then what differs by more than its tolerance, then by size of the difference. */
const badness = (result: BankResult): number =>
  result.kind === 'refused' ? Number.POSITIVE_INFINITY : (result.report.agreed ? 0 : 1e6) + result.report.agreement

export const worstFirst = (results: readonly BankResult[]): readonly BankResult[] =>
  [...results].sort((a, b) => {
    const [x, y] = [badness(a), badness(b)]
    return x === y ? 0 : y - x
  })

export interface BankSummary {
  readonly run: number
  readonly agree: number
  readonly differ: number
  readonly refused: number
  /** Of those that ran, wholly on the GPU. */
  readonly onGpu: number
  /** The largest difference from float64, 0 where nothing ran. */
  readonly worst: number
  readonly medianMs: number
}

export const summarise = (results: readonly BankResult[]): BankSummary => {
  const reports = results.flatMap((result) => (result.kind === 'ran' ? [result.report] : []))
  const times = reports.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const agree = reports.filter(({ agreed }) => agreed).length
  return {
    run: reports.length,
    agree,
    differ: reports.length - agree,
    refused: results.length - reports.length,
    onGpu: reports.filter(({ onGpu }) => onGpu).length,
    worst: reports.reduce((most, { agreement }) => Math.max(most, agreement), 0),
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
  }
}
