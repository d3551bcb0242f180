import type * as core from '@tensorflow/tfjs-core'
import type { Tf } from '../ops/tf'

/** What the engine itself needs of TensorFlow.js beside the ops' functions. */
export type EngineTf = Tf & Pick<typeof core, 'grads' | 'tidy' | 'memory'>
