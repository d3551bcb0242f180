'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { MathSet } from '@/lib/view/block'

export const mathForms = ['set', 'native'] as const
export type MathForm = (typeof mathForms)[number]

const key = 'gradeck.math'
const changed = 'gradeck-math'

export const readMathForm = (): MathForm => {
  try {
    return localStorage.getItem(key) === 'native' ? 'native' : 'set'
  } catch {
    return 'set'
  }
}

/** Draws all formulas of the page so, and on every later visit. */
export const writeMathForm = (form: MathForm): void => {
  try {
    if (form === 'set') localStorage.removeItem(key)
    else localStorage.setItem(key, form)
  } catch {
    // Without storage formulas stay as they were set.
  }
  dispatchEvent(new Event(changed))
}

const subscribe = (listener: () => void) => {
  for (const event of [changed, 'storage']) addEventListener(event, listener)
  return () => {
    for (const event of [changed, 'storage']) removeEventListener(event, listener)
  }
}

/** The formula as MathML where the learner wants that, else null. The typesetter is fetched for those only. */
export const useNativeMath = ({ tex }: MathSet, display: boolean): string | null => {
  const wanted = useSyncExternalStore(subscribe, readMathForm, () => 'set') === 'native'
  const [markup, setMarkup] = useState<string | null>(null)
  useEffect(() => {
    if (!wanted) return
    let current = true
    import('@/lib/content/markdown/math').then(
      ({ mathMl }) => {
        if (current) setMarkup(mathMl(tex, display))
      },
      // Offline and never fetched: the set form stands.
      () => {},
    )
    return () => {
      current = false
    }
  }, [wanted, tex, display])
  return wanted ? markup : null
}
