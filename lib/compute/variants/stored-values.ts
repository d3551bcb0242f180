import { tensor } from '../ops/tensor'
import type { StoredValues, Values } from '../values'

/** The givens of a variant as JSON, for bundles and review events. */
export const storeValues = (values: Values): StoredValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, { tensor, decimals }]) => [
      name,
      { shape: tensor.shape, data: Array.from(tensor.data), decimals },
    ]),
  )

/** Throws where data and shape disagree: what was stored came from `storeValues`. */
export const readStoredValues = (stored: StoredValues): Values =>
  Object.fromEntries(
    Object.entries(stored).map(([name, { shape, data, decimals }]) => [
      name,
      { tensor: tensor(shape, data), decimals },
    ]),
  )
