import { basic } from './basic/card'
import type { CardType } from './card-type'
import { choice } from './choice/card'
import { cloze } from './cloze/card'
import { code } from './code/card'
import { compute } from './compute/card'
import { findError } from './find-error/card'
import { match } from './match/card'
import { numeric } from './numeric/card'
import { occlusion } from './occlusion/card'
import { order } from './order/card'

/** Every card type; an item that names none is of the first. A new one is a folder with a `card.ts`, a line here and one in `faces.ts`. */
export const cardTypes: readonly CardType[] = [
  basic,
  cloze,
  choice,
  order,
  match,
  numeric,
  code,
  findError,
  occlusion,
  compute,
]

const byName: ReadonlyMap<string, CardType> = new Map(cardTypes.map((type) => [type.name, type]))

export const cardTypeNamed = (name: string): CardType | null => byName.get(name) ?? null
