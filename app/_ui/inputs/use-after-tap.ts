'use client'

import { useCallback, useEffect, useRef } from 'react'

/** Longer than a tap takes from its press to its click. */
const longestTapMs = 300

export interface AfterTap {
  /** Does it once the tap that is under way has arrived, or soon where there is none. */
  readonly later: (act: () => void) => void
  readonly never: () => void
}

/**
 * Puts off what a lost focus brings about. A press takes the focus away before its click is delivered; a keypad that went
 * at once would move the page under the finger, and the tap would hit nothing.
 */
export const useAfterTap = (): AfterTap => {
  const stop = useRef<() => void>(() => {})
  const never = useCallback(() => stop.current(), [])
  const later = useCallback((act: () => void) => {
    stop.current()
    const end = () => {
      stop.current()
      act()
    }
    const timer = setTimeout(end, longestTapMs)
    window.addEventListener('click', end)
    stop.current = () => {
      clearTimeout(timer)
      window.removeEventListener('click', end)
      stop.current = () => {}
    }
  }, [])
  useEffect(() => () => stop.current(), [])
  return { later, never }
}
