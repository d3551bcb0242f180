'use client'

import { useEffect, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { latestFirst } from './latest-first'

export type Reading<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'read'; readonly value: Value }

/** Reads something of the learner's, and again whenever a review, a sync or another tab changes it. */
export const useReading = <Value>(
  learner: Learner | null,
  read: (learner: Learner) => Promise<Value>,
): Reading<Value> => {
  const [reading, setReading] = useState<Reading<Value>>({ kind: 'loading' })
  useEffect(() => {
    if (!learner) return
    let left = false
    const again = latestFirst(() => read(learner), {
      come: (value) => {
        if (!left) setReading({ kind: 'read', value })
      },
      failed: () => {
        if (!left) setReading((before) => (before.kind === 'read' ? before : { kind: 'failed' }))
      },
    })
    again()
    const stop = learner.changes.subscribe(again)
    return () => {
      left = true
      stop()
    }
  }, [learner, read])
  return reading
}
