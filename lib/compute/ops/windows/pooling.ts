import { ok } from '@/lib/core/result'
import { integerOf, optionalIntegerOf } from '../attributes'
import { inputAt } from '../elementwise'
import type { Attributes, Op, Parameter } from '../op'
import { refuseShape, shapeText } from '../refusal'
import type { Shape } from '../tensor'
import { positions } from './geometry'

export const poolParameters: readonly Parameter[] = [
  { name: 'x', kind: 'tensor' },
  { name: 'size', kind: 'integer' },
  { name: 'stride', kind: 'integer', default: null },
]

/** Window and stride; the stride is the window's size unless given. */
export const poolOf = (attributes: Attributes): { readonly size: number; readonly stride: number } => {
  const size = integerOf(attributes, 'size')
  return { size, stride: optionalIntegerOf(attributes, 'stride') ?? size }
}

export const poolShape =
  (name: string): Op['shape'] =>
  (shapes, attributes) => {
    const x = inputAt(shapes, 0)
    const [n = 1, c = 1, h = 1, w = 1] = x
    if (x.length !== 4)
      return refuseShape(
        `${name} needs images [N, C, H, W], not the shape ${shapeText(x)}.`,
        'Add missing axes with reshape, e.g. reshape(x, [1, 1, 4, 4]).',
      )
    const { size, stride } = poolOf(attributes)
    const rows = positions(name, 'height', h, size, stride, 0)
    if (!rows.ok) return rows
    const columns = positions(name, 'width', w, size, stride, 0)
    return columns.ok ? ok([n, c, rows.value, columns.value]) : columns
  }

/** The flat places of one window's pixels, row-major; `output` is the window's own flat place. */
export const windowAt = (x: Shape, out: Shape, attributes: Attributes, output: number): Int32Array => {
  const { size, stride } = poolOf(attributes)
  const [, , h = 1, w = 1] = x
  const [, , outH = 1, outW = 1] = out
  const image = Math.floor(output / (outH * outW))
  const top = (Math.floor(output / outW) % outH) * stride
  const left = (output % outW) * stride
  return Int32Array.from({ length: size * size }, (_, k) => {
    const [row, column] = [top + Math.floor(k / size), left + (k % size)]
    return (image * h + row) * w + column
  })
}
