import type { Occasion } from '@/lib/cards/card-type'
import type { Json } from '@/lib/core/json'

/** Which card is shown with which numbers: enough for what is fetched only when wanted. */
export interface ShownCard {
  /** Name of the card type. */
  readonly type: string
  /** As compiled for the occasion's language. */
  readonly content: Json
  readonly occasion: Occasion
}
