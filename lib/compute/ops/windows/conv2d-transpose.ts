import { ok } from '@/lib/core/result'
import { integerOf } from '../attributes'
import { inputAt } from '../elementwise'
import type { Attributes, Op } from '../op'
import { refuseShape, shapeText } from '../refusal'
import { type Shape, sizeOf } from '../tensor'
import { channelsFirst, channelsLast, filtersLast, padding } from './channels-last'
import { type Correlation, eachMeeting } from './correlate'
import { filtersBack } from './way-back'

/** The convolution whose way back this op is: its images are our output, its output our x. */
const sizesOf = (x: Shape, w: Shape, out: Shape, attributes: Attributes): Correlation => {
  const [n = 1, f = 1, outH = 1, outW = 1] = x
  const [, c = 1, hh = 1, ww = 1] = w
  const [, , h = 1, width = 1] = out
  const [stride, pad] = [integerOf(attributes, 'stride'), integerOf(attributes, 'pad')]
  return { n, groups: 1, c, f, h, w: width, hh, ww, outH, outW, stride, pad }
}

/** Spreads images [N, C, H, W] by filters [C, F, HH, WW] to [N, F, (H - 1) stride - 2 pad + HH, ...]. */
export const conv2dTranspose: Op = {
  name: 'conv2d_transpose',
  parameters: [
    { name: 'x', kind: 'tensor' },
    { name: 'w', kind: 'tensor' },
    { name: 'stride', kind: 'integer', default: 1 },
    { name: 'pad', kind: 'integer', default: 0 },
  ],
  shape: (shapes, attributes) => {
    const [x, w] = [inputAt(shapes, 0), inputAt(shapes, 1)]
    if (x.length !== 4 || w.length !== 4 || x[1] !== w[0])
      return refuseShape(
        `conv2d_transpose needs images [N, C, H, W] and filters [C, F, HH, WW], not the shapes ${shapeText(x)} and ${shapeText(w)}.`,
        'The first axis of the filters must be the channels of the images.',
      )
    const [stride, pad] = [integerOf(attributes, 'stride'), integerOf(attributes, 'pad')]
    if (stride < 1 || pad < 0)
      return refuseShape(
        `conv2d_transpose cannot use a stride of ${stride} with a pad of ${pad}.`,
        'Give a stride of at least 1 and a pad of 0 or more.',
      )
    const [n = 1, , h = 1, width = 1] = x
    const [, f = 1, hh = 1, ww = 1] = w
    const out = [n, f, (h - 1) * stride - 2 * pad + hh, (width - 1) * stride - 2 * pad + ww]
    return out.every((dimension) => dimension >= 1)
      ? ok(out)
      : refuseShape(`conv2d_transpose would make the empty shape ${shapeText(out)}.`, 'Give less padding.')
  },
  forward: (inputs, attributes, shape) => {
    const [x, w] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const data = new Float64Array(sizeOf(shape))
    eachMeeting(sizesOf(x.shape, w.shape, shape, attributes), (pixel, weight, output) => {
      data[pixel] = (data[pixel] ?? 0) + (x.data[output] ?? 0) * (w.data[weight] ?? 0)
    })
    return { shape, data }
  },
  vjp: ({ inputs, upstream, attributes }) => {
    const [x, w] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const [dx, dw] = [new Float64Array(x.data.length), new Float64Array(w.data.length)]
    eachMeeting(sizesOf(x.shape, w.shape, upstream.shape, attributes), (pixel, weight, output) => {
      const dy = upstream.data[pixel] ?? 0
      dx[output] = (dx[output] ?? 0) + dy * (w.data[weight] ?? 0)
      dw[weight] = (dw[weight] ?? 0) + dy * (x.data[output] ?? 0)
    })
    return [
      { shape: x.shape, data: dx },
      { shape: w.shape, data: dw },
    ]
  },
  // Each element of the input is spread over one filter.
  work: ([x = [], w = []]) => sizeOf(x) * (sizeOf(w) / (w[0] ?? 1)),
  vjpInOps: (lay, { inputs: [x = 0, w = 0], upstream, attributes }) => {
    const [stride, pad] = [integerOf(attributes, 'stride'), integerOf(attributes, 'pad')]
    return [
      () => lay.op('conv2d', [upstream, w], { stride, pad, groups: 1 }),
      () => filtersBack(lay, { images: upstream, outputs: x, filters: lay.shapeOf(w), stride, pad }),
    ]
  },
  tensorflow: (tf, inputs, attributes, shape) => {
    const [n = 1, f = 1, h = 1, w = 1] = shape
    const [stride, pad] = [integerOf(attributes, 'stride'), integerOf(attributes, 'pad')]
    const images = channelsLast(tf, inputAt(inputs, 0))
    return channelsFirst(
      tf,
      tf.conv2dTranspose(images, filtersLast(tf, inputAt(inputs, 1)), [n, h, w, f], stride, padding(pad)),
    )
  },
}
