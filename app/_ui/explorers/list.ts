import { type ComponentType, lazy } from 'react'
import type { ExplorerName } from '@/lib/view/explorer'

/** Every explorer of the notes: a new one is a line in `lib/view/explorer.ts`, a component and a line here. Each loads its own code. */
export const explorers: { readonly [Name in ExplorerName]: ComponentType } = {
  'learning-rate': lazy(async () => ({ default: (await import('./learning-rate')).LearningRate })),
  optimisers: lazy(async () => ({ default: (await import('./optimisers')).Optimisers })),
  saturation: lazy(async () => ({ default: (await import('./saturation')).Saturation })),
  convolution: lazy(async () => ({ default: (await import('./convolution')).Convolution })),
}
