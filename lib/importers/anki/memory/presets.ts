import { defaultParameters } from '@/lib/schedule/fsrs'
import { decodePreset, defaultPreset, type Preset } from '@/lib/schedule/preset'
import { leastLongest, leastRetention, longestStep, mostRetention, mostSteps } from '@/lib/schedule/terms'
import { nameOfWeights, weightCount } from '@/lib/schedule/weights'
import type { AnkiCard, AnkiPreset, Collection } from '../collection/collection'
import type { ImportReport, LossKind, LossyRow } from '../report'
import type { CardSettings } from './events'

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

const noPreset: AnkiPreset = {
  name: '',
  newCards: null,
  reviews: null,
  learning: [1, 10],
  relearning: [10],
  longest: null,
  leechAfter: null,
  retention: null,
  weights: [],
}

/** For cards whose deck names no preset. */
export const defaultSettings: CardSettings = { ...presetFrom(noPreset), weights: weightsOf(noPreset) }

/** The deck a card is at home in; a filtered deck only lends it. */
export const homeDeck = ({ deck, originalDeck }: AnkiCard): number => (originalDeck !== 0 ? originalDeck : deck)

/** Every preset of a collection as one of ours; what had to be moved goes to `lossy`. */
export const settingsBy = (collection: Collection, lossy: LossyRow[]): ReadonlyMap<number, CardSettings> =>
  new Map(
    [...collection.presets].map(([id, anki]): [number, CardSettings] => {
      const read = presetFrom(anki)
      const weights = weightsOf(anki)
      const tell = (kind: LossKind) => lossy.push({ kind, left: 'changed', guid: null, detail: anki.name })
      if (!read.exact) tell('preset')
      if (!weights.exact) tell('weights')
      return [id, { ...read, weights }]
    }),
  )

/** The preset most cards are studied with: a deck of ours has one. The names of the others go to `lossy`. */
export const commonPreset = (
  cards: readonly { readonly anki: AnkiCard }[],
  collection: Collection,
  settings: ReadonlyMap<number, CardSettings>,
  lossy: LossyRow[],
): ImportReport['preset'] => {
  const counts = new Map<number, number>()
  for (const { anki } of cards) {
    const id = collection.decks.get(homeDeck(anki))?.preset
    if (id !== null && id !== undefined && settings.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const [most, ...others] = [...counts].sort((a, b) => b[1] - a[1])
  const found = most && settings.get(most[0])
  if (!most || !found) return null
  const own = JSON.stringify(found.preset)
  for (const [id] of others)
    if (JSON.stringify(settings.get(id)?.preset) !== own)
      lossy.push({ kind: 'other-preset', left: 'changed', guid: null, detail: collection.presets.get(id)?.name ?? '' })
  return { name: collection.presets.get(most[0])?.name ?? '', cards: most[1], preset: found.preset }
}
