'use client'

import { useEffect, useState } from 'react'
import type { ProgressModel } from '@/lib/client/progress'
import type { Library } from '@/lib/search/library'
import type { Query } from '@/lib/search/query'

/** Long histories are counted in pieces, and the page answers between them. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

/** The charts over what a search finds; the last ones stay until the next are there. */
export const useProgress = (library: Library | null, query: Query): ProgressModel | null => {
  const [model, setModel] = useState<ProgressModel | null>(null)
  useEffect(() => {
    if (library === null) return
    let left = false
    void import('@/lib/client/progress')
      .then(({ makeProgress }) =>
        makeProgress(library, query, async () => {
          if (!left) await pause()
        }),
      )
      .then((next) => {
        if (!left) setModel(next)
      })
    return () => {
      left = true
    }
  }, [library, query])
  return model
}
