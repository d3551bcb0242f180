import { useEffect, useState } from 'react'
import type { CardFace } from '@/lib/cards/card-type'
import { cardFaceNamed } from '@/lib/cards/faces'

/** `loading` while the code of the type is on its way; `missing` where there is no such type, or no way to its code. */
export type ReadFace = CardFace | 'loading' | 'missing'

/** The learner's half of a card's type, whose code may come with the first card that wants it. */
export const useCardFace = (type: string): ReadFace => {
  const [late, setLate] = useState<{ readonly type: string; readonly face: CardFace | 'missing' } | null>(null)
  const opened = cardFaceNamed(type)?.open() ?? 'missing'
  const waiting = opened instanceof Promise
  useEffect(() => {
    if (!waiting) return
    let left = false
    const read = async (): Promise<CardFace | 'missing'> => (await cardFaceNamed(type)?.open()) ?? 'missing'
    read()
      .catch(() => 'missing' as const)
      .then((face) => {
        if (!left) setLate({ type, face })
      })
    return () => {
      left = true
    }
  }, [type, waiting])
  if (!waiting) return opened
  return late?.type === type ? late.face : 'loading'
}
