import { basic } from './basic/card'
import type { CardFace } from './card-type'
import { choice } from './choice/card'
import { cloze } from './cloze/card'
import { code } from './code/card'
import { computeFace } from './compute/face'
import { match } from './match/card'
import { numeric } from './numeric/card'
import { order } from './order/card'

/**
 * The learner's half of every card type, in the order of `list.ts`: what review loads. A type whose author's half is small
 * stands here as it is.
 */
export const cardFaces: readonly CardFace[] = [basic, cloze, choice, order, match, numeric, code, computeFace]

const byName: ReadonlyMap<string, CardFace> = new Map(cardFaces.map((face) => [face.name, face]))

export const cardFaceNamed = (name: string): CardFace | null => byName.get(name) ?? null
