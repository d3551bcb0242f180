import { defineCardFace } from '../card-type'
import type { Compiled } from './compiled'
import { markingKey } from './marking-key'
import { outcome } from './outcome'
import { present } from './present'

/** What a device needs of compute cards: no YAML, no parser, no search for variants. */
export const computeFace = defineCardFace<Compiled>({ name: 'compute', present, outcome, key: markingKey })
