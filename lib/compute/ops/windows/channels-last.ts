import type { Tf, TfTensor, TfTensor4 } from '../tf'

/** Our images and filters have four axes by their shape rules; TensorFlow.js wants that in the type. */
const fourAxes = (x: TfTensor): TfTensor4 => x as TfTensor4

/** NCHW to NHWC: TensorFlow.js's CPU kernels convolve and pool nothing else. */
export const channelsLast = (tf: Tf, x: TfTensor): TfTensor4 => fourAxes(tf.transpose(x, [0, 2, 3, 1]))

export const channelsFirst = (tf: Tf, x: TfTensor): TfTensor => tf.transpose(x, [0, 3, 1, 2])

/** Filters [F, C, HH, WW] as TensorFlow.js wants them: [HH, WW, C, F]. */
export const filtersLast = (tf: Tf, w: TfTensor): TfTensor4 => fourAxes(tf.transpose(w, [2, 3, 1, 0]))

/** `pad` zeros around images. A bare number would do for square filters only: TensorFlow.js sizes both axes by the height. */
export const padding = (pad: number): [[number, number], [number, number], [number, number], [number, number]] => [
  [0, 0],
  [pad, pad],
  [pad, pad],
  [0, 0],
]
