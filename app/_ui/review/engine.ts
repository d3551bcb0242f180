'use client'

import type { ComputeEngine } from '@/lib/client/compute-engine'

let engine: Promise<ComputeEngine> | null = null

/** The page's one engine: every card shares its worker, whose backend is chosen once. Its code comes with its first card. */
export const pageEngine = (): Promise<ComputeEngine> => {
  engine ??= import('@/lib/client/compute-engine').then(({ createComputeEngine }) => createComputeEngine())
  // Without a network the code may be missing today and there tomorrow.
  engine.catch(() => {
    engine = null
  })
  return engine
}
