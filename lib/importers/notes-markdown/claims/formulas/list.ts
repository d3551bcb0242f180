import { activations } from './activations'
import type { Formula } from './formula'
import { losses } from './losses'
import { measures } from './measures'
import { networks } from './networks'
import { optimisers } from './optimisers'
import { regularisation } from './regularisation'

/** Every formula the importer knows, the more special before the more general. */
export const formulas: readonly Formula[] = [
  ...activations,
  ...losses,
  ...regularisation,
  ...optimisers,
  ...networks,
  ...measures,
]
