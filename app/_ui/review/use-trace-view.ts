'use client'

import { useEffect, useState } from 'react'
import type { TraceView } from '@/app/_ui/trace/trace-view'

/**
 * The drawn trace, whose code comes after the first verdict that has one. Null until it is there; a device that is offline
 * and never had it shows the list of steps alone.
 */
export const useTraceView = (wanted: boolean): typeof TraceView | null => {
  const [view, setView] = useState<{ readonly Trace: typeof TraceView } | null>(null)
  useEffect(() => {
    if (!wanted) return
    let left = false
    import('@/app/_ui/trace/trace-view').then(
      (loaded) => {
        if (!left) setView({ Trace: loaded.TraceView })
      },
      () => {},
    )
    return () => {
      left = true
    }
  }, [wanted])
  return view?.Trace ?? null
}
