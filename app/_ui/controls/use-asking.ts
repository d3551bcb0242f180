'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

export interface Asking {
  /** Of what holds the button, and in its place the question. */
  readonly place: RefObject<HTMLDivElement | null>
  readonly asking: boolean
  readonly ask: (asking: boolean) => void
}

/** A question that stands in place of the button that asks it: the focus goes there with it, and back. */
export const useAsking = (): Asking => {
  const place = useRef<HTMLDivElement>(null)
  const [asking, ask] = useState(false)
  const before = useRef(asking)
  useEffect(() => {
    if (before.current === asking) return
    before.current = asking
    place.current?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }, [asking])
  return { place, asking, ask }
}
