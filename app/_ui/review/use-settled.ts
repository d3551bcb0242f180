'use client'

import { useEffect, useRef } from 'react'

const settleMs = 350

/**
 * Whether what stands under the finger has stood there long enough to be meant: the second tap of a double tap lands on
 * whatever replaced the first button. Keys are not held back.
 */
export const useSettled = (shown: string): ((clicks: number) => boolean) => {
  const since = useRef(0)
  useEffect(() => {
    if (shown !== '') since.current = performance.now()
  }, [shown])
  // A click made by the keyboard counts as 0 clicks.
  return (clicks) => clicks === 0 || performance.now() - since.current >= settleMs
}
