import { ok } from '@/lib/core/result'
import { integerOf } from '../attributes'
import { inputAt } from '../elementwise'
import type { Attributes, Op } from '../op'
import { refuseShape, shapeText } from '../refusal'
import { type Shape, sizeOf } from '../tensor'
import { channelsFirst, channelsLast, filtersLast, padding } from './channels-last'
import { type Correlation, eachMeeting } from './correlate'
import { positions } from './geometry'
import { filtersBack, imagesBack } from './way-back'

const sizesOf = (x: Shape, w: Shape, out: Shape, attributes: Attributes): Correlation => {
  const groups = integerOf(attributes, 'groups')
  const [n = 1, , h = 1, width = 1] = x
  const [filters = 1, c = 1, hh = 1, ww = 1] = w
  const [, , outH = 1, outW = 1] = out
  const [stride, pad] = [integerOf(attributes, 'stride'), integerOf(attributes, 'pad')]
  return { n, groups, c, f: filters / groups, h, w: width, hh, ww, outH, outW, stride, pad }
}

/** Cross-correlation of images [N, C, H, W] with filters [F, C / groups, HH, WW]. */
export const conv2d: Op = {
  name: 'conv2d',
  parameters: [
    { name: 'x', kind: 'tensor' },
    { name: 'w', kind: 'tensor' },
    { name: 'stride', kind: 'integer', default: 1 },
    { name: 'pad', kind: 'integer', default: 0 },
    { name: 'groups', kind: 'integer', default: 1 },
  ],
  shape: (shapes, attributes) => {
    const [x, w] = [inputAt(shapes, 0), inputAt(shapes, 1)]
    const groups = integerOf(attributes, 'groups')
    if (x.length !== 4 || w.length !== 4)
      return refuseShape(
        `conv2d needs images [N, C, H, W] and filters [F, C, HH, WW], not the shapes ${shapeText(x)} and ${shapeText(w)}.`,
        'Add missing axes with reshape, e.g. reshape(x, [1, 1, 5, 5]).',
      )
    const [n = 1, channels = 1, h = 1, width = 1] = x
    const [filters = 1, c = 1, hh = 1, ww = 1] = w
    if (groups < 1 || channels % groups !== 0 || filters % groups !== 0)
      return refuseShape(
        `conv2d cannot share ${channels} channels and ${filters} filters among ${groups} groups.`,
        'Choose groups that divide both.',
      )
    if (c * groups !== channels)
      return refuseShape(
        `conv2d has ${channels} channels in ${shapeText(x)} but filters for ${c * groups} in ${shapeText(w)}.`,
        'The second axis of the filters must be the channels divided by groups.',
      )
    const [stride, pad] = [integerOf(attributes, 'stride'), integerOf(attributes, 'pad')]
    const rows = positions('conv2d', 'height', h, hh, stride, pad)
    if (!rows.ok) return rows
    const columns = positions('conv2d', 'width', width, ww, stride, pad)
    return columns.ok ? ok([n, filters, rows.value, columns.value]) : columns
  },
  forward: (inputs, attributes, shape) => {
    const [x, w] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const data = new Float64Array(sizeOf(shape))
    eachMeeting(sizesOf(x.shape, w.shape, shape, attributes), (pixel, weight, output) => {
      data[output] = (data[output] ?? 0) + (x.data[pixel] ?? 0) * (w.data[weight] ?? 0)
    })
    return { shape, data }
  },
  vjp: ({ inputs, upstream, attributes }) => {
    const [x, w] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const [dx, dw] = [new Float64Array(x.data.length), new Float64Array(w.data.length)]
    eachMeeting(sizesOf(x.shape, w.shape, upstream.shape, attributes), (pixel, weight, output) => {
      const dy = upstream.data[output] ?? 0
      dx[pixel] = (dx[pixel] ?? 0) + dy * (w.data[weight] ?? 0)
      dw[weight] = (dw[weight] ?? 0) + dy * (x.data[pixel] ?? 0)
    })
    return [
      { shape: x.shape, data: dx },
      { shape: w.shape, data: dw },
    ]
  },
  // TensorFlow.js knows no groups: each is convolved alone.
  // Each element of the result is a sum over one filter.
  work: ([, w = []], _, shape) => sizeOf(shape) * (sizeOf(w) / (w[0] ?? 1)),
  vjpInOps: (lay, { inputs: [x = 0, w = 0], upstream, attributes }) => {
    if (integerOf(attributes, 'groups') > 1) return lay.refuse('with groups it has no second derivative here.')
    const [stride, pad] = [integerOf(attributes, 'stride'), integerOf(attributes, 'pad')]
    return [
      () => imagesBack(lay, upstream, w, lay.shapeOf(x), stride, pad),
      () => filtersBack(lay, { images: x, outputs: upstream, filters: lay.shapeOf(w), stride, pad }),
    ]
  },
  tensorflow: (tf, inputs, attributes, shape) => {
    const [images, filters] = [channelsLast(tf, inputAt(inputs, 0)), filtersLast(tf, inputAt(inputs, 1))]
    const { n, groups, c, f, h, w, hh, ww, stride, pad } = sizesOf(
      inputAt(inputs, 0).shape,
      inputAt(inputs, 1).shape,
      shape,
      attributes,
    )
    const parts = Array.from({ length: groups }, (_, g) =>
      groups === 1
        ? tf.conv2d(images, filters, stride, padding(pad))
        : tf.conv2d(
            tf.slice(images, [0, 0, 0, g * c], [n, h, w, c]),
            tf.slice(filters, [0, 0, 0, g * f], [hh, ww, c, f]),
            stride,
            padding(pad),
          ),
    )
    return channelsFirst(tf, parts.length === 1 ? inputAt(parts, 0) : tf.concat(parts, 3))
  },
}
