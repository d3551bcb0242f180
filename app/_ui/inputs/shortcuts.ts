'use client'

import { createContext, useContext, useEffect, useRef } from 'react'
import { isComposing } from './composing'

/** Whether single-key shortcuts are on; the settings can switch them off (WCAG 2.1.4). */
export const ShortcutsEnabled = createContext(true)

/** Places where a letter is typing, not a command. */
const takesTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select') !== null

const pressedBy: { readonly [key: string]: string } = {
  Enter: 'button, a[href], summary',
  // Space is the only key that marks an option for whoever goes through them by Tab; one of a kind that is marked stays so.
  ' ': 'button, a[href], summary, input[type=radio]:not(:checked), input[type=checkbox]',
}

/** What Space and Enter press by themselves while it has the focus. */
export const isPressed = (target: EventTarget | null, key: string): boolean => {
  const what = pressedBy[key]
  return what !== undefined && target instanceof HTMLElement && target.closest(what) !== null
}

/**
 * Calls `onKey` for single keys pressed outside text fields; it returns true when the key was used. Keys held with Ctrl,
 * Alt or Meta belong to the browser, and a key being held down counts once.
 */
export const useShortcuts = (onKey: (key: string, event: KeyboardEvent) => boolean): void => {
  const enabled = useContext(ShortcutsEnabled)
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isComposing(event)) return
      if (event.defaultPrevented || takesTyping(event.target) || isPressed(event.target, event.key)) return
      if (latest.current(event.key, event)) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [enabled])
}
