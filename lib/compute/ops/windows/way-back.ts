import type { Lay } from '../lay'
import type { Shape } from '../tensor'

/**
 * The images' gradient: what each window sends back, spread over the padded images and cut out of them. Rows and columns
 * that no window reached are zeros.
 */
export const imagesBack = (lay: Lay, outputs: number, filters: number, images: Shape, stride: number, pad: number) => {
  const spread = lay.op('conv2d_transpose', [outputs, filters], { stride, pad: 0 })
  const padded = [2, 3].reduce((x, axis) => {
    const missing = (images[axis] ?? 1) + 2 * pad - (lay.shapeOf(x)[axis] ?? 1)
    return lay.widened(x, axis, 0, missing)
  }, spread)
  return pad === 0 ? padded : lay.slice(padded, [0, 0, pad, pad], images)
}

interface Filtered {
  /** [N, C, H, W], what the filters slid over. */
  readonly images: number
  /** The gradient of what they made, [N, F, ...]. */
  readonly outputs: number
  /** [F, C, HH, WW] */
  readonly filters: Shape
  readonly stride: number
  readonly pad: number
}

/** The filters' gradient: the images correlated with the outputs' gradient, its entries `stride` apart. */
export const filtersBack = (lay: Lay, { images, outputs, filters, stride, pad }: Filtered): number => {
  const [n = 1, f = 1, h = 1, w = 1] = lay.shapeOf(outputs)
  const apart = lay.op('conv2d_transpose', [lay.reshape(outputs, [n * f, 1, h, w]), lay.filled([1, 1, 1, 1], 1)], {
    stride,
    pad: 0,
  })
  const [, , high = 1, wide = 1] = lay.shapeOf(apart)
  const moving = lay.transpose(lay.reshape(apart, [n, f, high, wide]), [1, 0, 2, 3])
  const sums = lay.op('conv2d', [lay.transpose(images, [1, 0, 2, 3]), moving], { stride: 1, pad, groups: 1 })
  const [F = 1, C = 1, hh = 1, ww = 1] = filters
  return lay.slice(lay.transpose(sums, [1, 0, 2, 3]), [0, 0, 0, 0], [F, C, hh, ww])
}
