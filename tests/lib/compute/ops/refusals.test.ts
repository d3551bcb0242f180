import { describe, expect, it } from 'vitest'
import { opByName } from '@/lib/compute/ops/list'
import { type Attributes, DomainError } from '@/lib/compute/ops/op'
import { full, type Shape, scalar, tensor } from '@/lib/compute/ops/tensor'

const op = (name: string) => {
  const found = opByName.get(name)
  if (found === undefined) throw new Error(`no op is called ${name}`)
  return found
}

const refusals: readonly (readonly [string, readonly Shape[], Attributes, RegExp])[] = [
  ['add', [[2, 3], [2]], {}, /add cannot combine the shapes \[2, 3\] and \[2\]/],
  ['sum', [[2, 3]], { axis: 2, keepdims: 0 }, /no axis 2 in the shape \[2, 3\]/],
  ['sum', [[2, 3]], { axis: [0, -2], keepdims: 0 }, /names axis -2 .* twice/],
  ['softmax', [[]], { axis: -1 }, /no axis -1/],
  [
    'matmul',
    [
      [2, 3],
      [2, 3],
    ],
    {},
    /3 columns meet 2 rows/,
  ],
  ['matmul', [[], [2, 3]], {}, /a scalar is no matrix/],
  [
    'matmul',
    [
      [2, 2, 3],
      [3, 3, 2],
    ],
    {},
    /cannot combine the shapes \[2\] and \[3\]/,
  ],
  ['dot', [[2], [3]], {}, /two vectors of one length/],
  ['outer', [[2, 2], [3]], {}, /two vectors/],
  ['transpose', [[2, 3]], { perm: [0] }, /needs 2 axes/],
  ['transpose', [[2, 3]], { perm: [0, 0] }, /twice/],
  ['trace', [[2, 3]], {}, /square matrix/],
  ['diag', [[2, 2, 2]], {}, /vector or a matrix/],
  ['eye', [], { n: 0 }, /empty/],
  ['inverse', [[2, 3]], {}, /square matrix/],
  ['solve', [[2, 2], [3]], {}, /cannot take the shapes \[2, 2\] and \[3\]/],
  ['eigvals', [[2, 3]], {}, /square matrix/],
  ['reshape', [[2, 3]], { shape: [4] }, /cannot turn the shape \[2, 3\] into \[4\]/],
  ['reshape', [[2, 3]], { shape: [-1, -1] }, /cannot turn/],
  ['reshape', [[2, 3]], { shape: [4, -1] }, /cannot turn/],
  [
    'concat',
    [
      [2, 3],
      [3, 2],
    ],
    { axis: 0 },
    /cannot join the shapes/,
  ],
  [
    'stack',
    [
      [2, 3],
      [3, 2],
    ],
    { axis: 0 },
    /one shape for all/,
  ],
  ['flip', [[2]], { axis: 1 }, /no axis 1/],
  ['pad', [[2]], { p: 1 }, /at least two axes/],
  ['pad', [[2, 2]], { p: -1 }, /cannot add -1 zeros/],
  ['slice', [[3]], { starts: [2], sizes: [2] }, /does not lie in the shape \[3\]/],
  ['shape', [[]], {}, /no dimensions/],
  ['zeros', [], { shape: [2, 0] }, /cannot make the shape \[2, 0\]/],
  ['arange', [], { n: 0 }, /empty/],
  ['onehot', [[2]], { n: 0 }, /empty/],
  ['gather', [[2, 3], [2]], { axis: 5 }, /no axis 5/],
  [
    'conv2d',
    [
      [3, 3],
      [1, 1, 3, 3],
    ],
    { stride: 1, pad: 0, groups: 1 },
    /needs images \[N, C, H, W\]/,
  ],
  [
    'conv2d',
    [
      [1, 3, 5, 5],
      [2, 4, 3, 3],
    ],
    { stride: 1, pad: 0, groups: 1 },
    /3 channels .* filters for 4/,
  ],
  [
    'conv2d',
    [
      [1, 3, 5, 5],
      [2, 1, 3, 3],
    ],
    { stride: 1, pad: 0, groups: 2 },
    /2 groups/,
  ],
  [
    'conv2d',
    [
      [1, 1, 2, 2],
      [1, 1, 3, 3],
    ],
    { stride: 1, pad: 0, groups: 1 },
    /no place for a window of height 3 in 2/,
  ],
  [
    'conv2d',
    [
      [1, 1, 4, 4],
      [1, 1, 3, 3],
    ],
    { stride: 0, pad: 0, groups: 1 },
    /stride of 0/,
  ],
  [
    'conv2d_transpose',
    [
      [1, 2, 2, 2],
      [1, 2, 3, 3],
    ],
    { stride: 1, pad: 0 },
    /first axis|needs images/,
  ],
  [
    'conv2d_transpose',
    [
      [1, 1, 1, 1],
      [1, 1, 2, 2],
    ],
    { stride: 1, pad: 1 },
    /empty shape/,
  ],
  ['max_pool2d', [[1, 1, 2, 2]], { size: 3, stride: null }, /no place/],
  ['avg_pool2d', [[2, 2]], { size: 2, stride: null }, /needs images/],
]

describe('shapes that do not fit', () => {
  it.each(refusals)('%s of %j %j is refused with a sentence and a cure', (name, shapes, attributes, says) => {
    const result = op(name).shape(shapes, attributes)
    if (result.ok) throw new Error(`${name} accepted ${JSON.stringify(shapes)} as ${JSON.stringify(result.value)}`)
    expect(result.error.message).toMatch(says)
    expect(result.error.message).toMatch(/\.$/)
    expect(result.error.hint).toMatch(/^[A-Z].*\.$/)
  })
})

const forward = (name: string, inputs: Parameters<ReturnType<typeof op>['forward']>[0], attributes: Attributes) => {
  const found = op(name)
  const shape = found.shape(
    inputs.map((input) => input.shape),
    attributes,
  )
  if (!shape.ok) throw new Error(shape.error.message)
  return found.forward(inputs, attributes, shape.value)
}

describe('values outside a domain', () => {
  it.each([
    ['gather', [tensor([3], [1, 2, 3]), scalar(3)], { axis: 0 }, /index 3, out of range for an axis of 3/],
    ['gather', [tensor([3], [1, 2, 3]), scalar(-4)], { axis: 0 }, /index -4, out of range/],
    ['gather', [tensor([3], [1, 2, 3]), scalar(0.5)], { axis: 0 }, /index 0.5, which is not a whole number/],
    ['onehot', [scalar(2)], { n: 2 }, /index 2, out of range/],
    ['inverse', [tensor([2, 2], [1, 2, 2, 4])], {}, /singular/],
    ['inverse', [full([2, 2], 0)], {}, /singular/],
    ['solve', [tensor([2, 2], [1, 2, 2, 4]), tensor([2], [1, 1])], {}, /singular/],
    ['eigvals', [tensor([2, 2], [1, 2, 3, 4])], {}, /symmetric/],
    ['eigvecs', [tensor([2, 2], [1, 2, 3, 4])], {}, /entries \[1, 0\] and \[0, 1\] differ/],
  ] as const)('%s refuses %j %j', (name, inputs, attributes, says) => {
    expect(() => forward(name, inputs, attributes)).toThrow(DomainError)
    expect(() => forward(name, inputs, attributes)).toThrow(says)
  })
})

describe('values by hand', () => {
  const value = (name: string, inputs: Parameters<typeof forward>[1], attributes: Attributes = {}) => [
    ...forward(name, inputs, attributes).data,
  ]
  const v = (...values: number[]) => tensor([values.length], values)

  it('rounds halves to even', () => {
    expect(value('round', [v(0.5, 1.5, 2.5, 3.5, 2.4, -1.6)])).toEqual([0, 2, 2, 4, 2, -2])
  })

  it('gives mod the sign of the divisor', () => {
    expect(value('mod', [v(7, -7, 7, -7, 6), v(3, 3, -3, -3, -3)])).toEqual([1, 2, -2, -1, 0])
  })

  it('knows 0 ^ 0', () => {
    expect(value('power', [v(0, 2, -2), v(0, -1, 3)])).toEqual([1, 0.5, -8])
  })

  it('divides variances by N', () => {
    expect(value('var', [v(1, 2, 3, 4)], { axis: null, keepdims: 0 })).toEqual([1.25])
  })

  it('keeps softmax and logsumexp finite far from 0', () => {
    expect(value('softmax', [v(1e4, 1e4)], { axis: -1 })).toEqual([0.5, 0.5])
    expect(value('logsumexp', [v(-1e4, -1e4)], { axis: null, keepdims: 0 })).toEqual([-1e4 + Math.LN2])
  })

  it('cross-correlates without turning the filter', () => {
    const x = tensor([1, 1, 3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9])
    const w = tensor([1, 1, 2, 2], [1, 0, 0, -1])
    expect(value('conv2d', [x, w], { stride: 1, pad: 0, groups: 1 })).toEqual([-4, -4, -4, -4])
    expect(forward('conv2d_transpose', [x, w], { stride: 2, pad: 0 }).shape).toEqual([1, 1, 6, 6])
  })

  it('orders eigenvalues and signs their vectors', () => {
    const x = tensor([2, 2], [2, 1, 1, 2])
    expect(value('eigvals', [x]).map((number) => Math.round(number * 1e9) / 1e9)).toEqual([1, 3])
    const vectors = value('eigvecs', [x])
    expect([vectors[0], vectors[1]].map((number) => (number ?? 0) > 0)).toEqual([true, true])
  })

  it('measures the distance from kinks and ties', () => {
    const kink = (name: string, inputs: Parameters<typeof forward>[1], attributes: Attributes = {}) =>
      op(name).kink?.(inputs, attributes)
    expect(kink('relu', [v(0.3, -0.2, 4)])).toBeCloseTo(0.2)
    expect(kink('max', [v(1, 4, 3.5)], { axis: null, keepdims: 0 })).toBeCloseTo(0.5)
    expect(kink('max', [v(1)], { axis: null, keepdims: 0 })).toBe(Infinity)
    expect(kink('floor', [v(2, 2.25)])).toBeCloseTo(0.25)
    expect(kink('equal', [v(1, 2), v(1, 3)])).toBe(Infinity)
    expect(kink('less', [v(1, 2), v(1.5, 3)])).toBeCloseTo(0.5)
    expect(kink('max_pool2d', [tensor([1, 1, 2, 2], [1, 2, 3, 5])], { size: 2, stride: null })).toBe(2)
    expect(op('exp').kink).toBeUndefined()
  })
})
