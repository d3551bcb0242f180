import { basic } from './basic/card'
import type { CardType } from './card-type'
import { compute } from './compute/card'
import { numeric } from './numeric/card'

/** Every card type. A new one is a folder with a `card.ts` and a line here. */
export const cardTypes: readonly CardType[] = [basic, numeric, compute]

const byName: ReadonlyMap<string, CardType> = new Map(cardTypes.map((type) => [type.name, type]))

export const cardTypeNamed = (name: string): CardType | null => byName.get(name) ?? null
