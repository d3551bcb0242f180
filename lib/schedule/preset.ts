import { type Decoder, integer, list, number, object, oneOf } from '@/lib/core/decode'
import { defaultTerms, leastLongest, leastRetention, longestStep, mostRetention, mostSteps, type Terms } from './terms'

/** How one deck, or every deck without its own, is studied. */
export interface Preset extends Terms {
  /** New cards a day, at most. */
  readonly newCards: number
  /** Reviews a day, at most. */
  readonly reviews: number
  /** `two` shows only again and good. */
  readonly buttons: 'four' | 'two'
  /** A card forgotten this often is proposed for rewriting. */
  readonly leechAfter: number
}

export const defaultPreset: Preset = { ...defaultTerms, newCards: 20, reviews: 200, buttons: 'four', leechAfter: 8 }

const steps = list(integer(1, longestStep), mostSteps)

export const decodePreset: Decoder<Preset> = object<Preset>({
  retention: number(leastRetention, mostRetention),
  learning: steps,
  relearning: steps,
  longest: integer(leastLongest, defaultTerms.longest),
  newCards: integer(0, 999),
  reviews: integer(0, 9999),
  buttons: oneOf(['four', 'two']),
  leechAfter: integer(2, 99),
})
