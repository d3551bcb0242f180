'use client'

import { useEffect, useState } from 'react'
import type { ProgressModel } from '@/lib/client/progress'
import type { Library } from '@/lib/search/library'
import type { Query } from '@/lib/search/query'

/** Long histories are counted in pieces, and the page answers between them. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

/** The charts over what a search finds; the last ones stay until the next are there. `missing` where the code for them does not come. */
export const useProgress = (library: Library | null, query: Query): ProgressModel | 'missing' | null => {
  const [model, setModel] = useState<ProgressModel | 'missing' | null>(null)
  useEffect(() => {
    if (library === null) return
    let left = false
    import('@/lib/client/progress')
      .then(({ makeProgress }) =>
        makeProgress(library, query, async () => {
          if (!left) await pause()
        }),
      )
      .then(
        (next) => {
          if (!left) setModel(next)
        },
        () => {
          if (!left) setModel((before) => before ?? 'missing')
        },
      )
    return () => {
      left = true
    }
  }, [library, query])
  return model
}
