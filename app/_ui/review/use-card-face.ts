import { useCallback } from 'react'
import type { CardFace } from '@/lib/cards/card-type'
import { cardFaceNamed } from '@/lib/cards/faces'
import { type Later, useLater } from './use-later'

/** The learner's half of a card's type, whose code may come with the first card that wants it; `missing` also where there is no such type. */
export const useCardFace = (type: string): Later<CardFace> => {
  const opened = cardFaceNamed(type)?.open() ?? 'missing'
  const load = useCallback(async () => (await cardFaceNamed(type)?.open()) ?? 'missing', [type])
  const late = useLater(opened instanceof Promise, load)
  return opened instanceof Promise ? late : opened
}
