import { basic } from './basic/card'
import type { FaceOnCall } from './card-type'
import { choice } from './choice/card'
import { cloze } from './cloze/card'
import { code } from './code/card'
import { faceAtHand, faceLater } from './face-on-call'
import { findError } from './find-error/card'
import { match } from './match/card'
import { numeric } from './numeric/card'
import { occlusion } from './occlusion/card'
import { order } from './order/card'

/**
 * The learner's half of every card type, in the order of `list.ts`: what review loads. A type whose author's half is small
 * stands here as it is; one that brings a language and its arithmetic with it comes later.
 */
export const cardFaces: readonly FaceOnCall[] = [
  ...[basic, cloze, choice, order, match, numeric, code, findError, occlusion].map(faceAtHand),
  faceLater('compute', async () => (await import('./compute/face')).computeFace),
]

const byName: ReadonlyMap<string, FaceOnCall> = new Map(cardFaces.map((face) => [face.name, face]))

export const cardFaceNamed = (name: string): FaceOnCall | null => byName.get(name) ?? null
