'use client'

import { useSyncExternalStore } from 'react'

/**
 * Which exam and which of its pages, from the fragment of the address: `#id/part`. The page itself is one, so that it is
 * there without a network whatever exam it shows.
 */
export interface Place {
  readonly exam: string
  readonly part: string
  readonly detail: string
}

const subscribe = (told: () => void): (() => void) => {
  globalThis.addEventListener('hashchange', told)
  return () => globalThis.removeEventListener('hashchange', told)
}

const decoded = (text: string | undefined): string => {
  try {
    return decodeURIComponent(text ?? '')
  } catch {
    return ''
  }
}

export const usePlace = (): Place => {
  const hash = useSyncExternalStore(
    subscribe,
    () => globalThis.location.hash,
    () => '',
  )
  const [exam, part, detail] = hash.slice(1).split('/')
  return { exam: decoded(exam), part: decoded(part), detail: decoded(detail) }
}
