import { defaultParameters } from '@/lib/schedule/fsrs'
import { decodePreset, defaultPreset, type Preset } from '@/lib/schedule/preset'
import { leastLongest, leastRetention, longestStep, mostRetention, mostSteps } from '@/lib/schedule/terms'
import { nameOfWeights, weightCount } from '@/lib/schedule/weights'
import type { AnkiPreset } from '../collection/collection'

/** A preset of Anki's as one of ours, and whether anything had to be moved into our limits. */
export const presetFrom = (anki: AnkiPreset): { readonly preset: Preset; readonly exact: boolean } => {
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
  const steps = (minutes: readonly number[]) =>
    minutes.slice(0, mostSteps).map((one) => within(Math.round(one), 1, longestStep))
  const preset: Preset = {
    ...defaultPreset,
    retention: within(anki.retention ?? defaultPreset.retention, leastRetention, mostRetention),
    learning: steps(anki.learning),
    relearning: steps(anki.relearning),
    longest: within(Math.round(anki.longest ?? defaultPreset.longest), leastLongest, defaultPreset.longest),
    newCards: within(Math.round(anki.newCards ?? defaultPreset.newCards), 0, 999),
    reviews: within(Math.round(anki.reviews ?? defaultPreset.reviews), 0, 9999),
    leechAfter: within(Math.round(anki.leechAfter ?? defaultPreset.leechAfter), 2, 99),
  }
  const same = (a: readonly number[], b: readonly number[]) =>
    a.length === b.length && a.every((one, i) => one === b[i])
  const exact =
    same(preset.learning, anki.learning) &&
    same(preset.relearning, anki.relearning) &&
    (anki.retention === null || preset.retention === anki.retention) &&
    (anki.longest === null || preset.longest === anki.longest)
  const sound = decodePreset(preset)
  return sound.ok ? { preset: sound.value, exact } : { preset: defaultPreset, exact: false }
}

/** Decay of FSRS-5, which had it fixed. */
const fixedDecay = 0.5

/** The name of the weights a preset learned with; the defaults where FSRS-6 cannot use them. */
export const weightsOf = ({
  weights,
}: AnkiPreset): { readonly name: string; readonly weights: readonly number[]; readonly exact: boolean } => {
  const none = { name: defaultParameters.name, weights: defaultParameters.weights, exact: weights.length === 0 }
  const today = weights.length === weightCount - 2 ? [...weights, 0, fixedDecay] : weights
  if (today.length !== weightCount || !today.every((weight) => Number.isFinite(weight) && weight >= 0 && weight < 104))
    return none
  return { name: nameOfWeights(today), weights: today, exact: true }
}
