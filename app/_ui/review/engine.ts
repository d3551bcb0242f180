'use client'

import { type ComputeEngine, createComputeEngine } from '@/lib/client/compute-engine'

let engine: ComputeEngine | null = null

/** The page's one engine: every card shares its worker, whose backend is chosen once. */
export const pageEngine = (): ComputeEngine => {
  engine ??= createComputeEngine()
  return engine
}
