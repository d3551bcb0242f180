'use client'

import { useEffect, useState } from 'react'
import type { Presented } from '@/lib/cards/card-type'
import type { EngineRefusal, EngineReport } from '@/lib/client/compute-engine'
import { pageEngine } from './engine'

export type EngineCheck =
  /** The card asks nothing of the engine. */
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'report'; readonly report: EngineReport }
  | { readonly kind: 'refused'; readonly reason: EngineRefusal['reason'] }

/** Runs the card's program on the learner's own device as soon as the card is shown, so that its word is there in time. */
export const useEngineCheck = (engine: Presented['engine']): EngineCheck => {
  const [told, setTold] = useState<{ of: Presented['engine']; check: EngineCheck }>({
    of: null,
    check: { kind: 'none' },
  })
  useEffect(() => {
    if (engine === null) return
    let current = true
    const tell = (check: EngineCheck) => {
      if (current) setTold({ of: engine, check })
    }
    // After the question is painted: starting the worker takes time that the first frame should not wait for.
    const timer = setTimeout(() => {
      pageEngine()
        .then((running) => running.check(engine))
        .then(
          (result) =>
            tell(
              result.ok ? { kind: 'report', report: result.value } : { kind: 'refused', reason: result.error.reason },
            ),
          () => tell({ kind: 'refused', reason: 'failed' }),
        )
    }, 30)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [engine])
  if (engine === null) return { kind: 'none' }
  // A report of the card before says nothing of this one.
  return told.of === engine ? told.check : { kind: 'running' }
}
