import type { Asked } from './mark'
import { accepts } from './precision'

/** A mistake run on the learner's own numbers. */
export interface MistakenAnswer {
  readonly name: string
  /** Asked cells by ask name, row-major; an ask that got another shape is left out. */
  readonly answers: ReadonlyMap<string, readonly number[]>
}

/** How many of the learner's wrong cells the mistake explains; null when it fails to explain one. */
const explained = (
  asks: readonly Asked[],
  read: ReadonlyMap<string, readonly number[]>,
  mistake: MistakenAnswer,
): { readonly wrong: number; readonly differs: number } | null => {
  let wrong = 0
  let differs = 0
  for (const ask of asks) {
    const mistaken = mistake.answers.get(ask.name)
    for (const [i, key] of ask.key.entries()) {
      const given = read.get(ask.name)?.[i] ?? Number.NaN
      const made = mistaken?.[i] ?? Number.NaN
      if (!accepts(ask, made, key)) differs++
      if (accepts(ask, given, key)) continue
      if (!accepts(ask, given, made)) return null
      wrong++
    }
  }
  return { wrong, differs }
}

/**
 * Which mistake gives the learner's numbers: one whose values stand in every wrong cell. Where several do, the one that most
 * nearly gives the whole answer (its own wrong cells are the learner's), then the first in the author's order. Null when the
 * answer is right or no mistake explains it.
 */
export const recogniseMistake = (
  asks: readonly Asked[],
  read: ReadonlyMap<string, readonly number[]>,
  mistakes: readonly MistakenAnswer[],
): string | null => {
  let best: { readonly name: string; readonly missing: number } | null = null
  for (const mistake of mistakes) {
    const fit = explained(asks, read, mistake)
    if (fit === null || fit.wrong === 0) continue
    const missing = fit.differs - fit.wrong
    if (best === null || missing < best.missing) best = { name: mistake.name, missing }
  }
  return best?.name ?? null
}
