'use client'

import { useState } from 'react'

export type Way = 'form' | 'source'

const key = 'gradeck-editor-way'

const kept = (): Way => {
  try {
    return localStorage.getItem(key) === 'source' ? 'source' : 'form'
  } catch {
    return 'form'
  }
}

/** How this person writes cards: a form until they have chosen the source, then as they chose last. */
export const useWay = (): readonly [Way, (way: Way) => void] => {
  const [way, setWay] = useState(kept)
  return [
    way,
    (next) => {
      setWay(next)
      try {
        localStorage.setItem(key, next)
      } catch {
        // A browser that keeps nothing asks again next time.
      }
    },
  ]
}
