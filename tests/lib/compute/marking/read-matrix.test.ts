import { describe, expect, it } from 'vitest'
import { readMatrix } from '@/lib/compute/marking/read-matrix'

describe('reading a pasted matrix', () => {
  const rows = [
    ['1', '-2.5'],
    ['3e-2', '4'],
  ]
  it.each([
    ['tab-separated values', '1\t-2.5\r\n3e-2\t4\r\n'],
    ['a NumPy literal', 'np.array([[1, -2.5], [3e-2, 4]], dtype=np.float32)'],
    ["NumPy's printed form", '[[ 1  -2.5 ]\n [ 3e-2  4 ]]'],
    ['a PyTorch tensor', 'tensor([[1, -2.5],\n        [3e-2, 4]], grad_fn=<AddBackward0>)'],
    ['MATLAB', '[1 -2.5; 3e-2, 4]'],
    ['a LaTeX pmatrix', '\\begin{pmatrix} 1 & -2.5 \\\\ 3e-2 & 4 \\end{pmatrix}'],
    ['a LaTeX array with a trailing break', '\\left[\\begin{array}{cc}1&-2.5\\\\3e-2&4\\\\\\end{array}\\right]'],
    ['comma-separated lines', '1, -2.5\n3e-2, 4'],
    ['full-width signs', '［［１，−2.5］，［3e-2，４］］'],
  ])('reads %s', (_, pasted) => {
    expect(readMatrix(pasted)).toEqual(rows)
  })

  it('reads a vector as one row and one number as one cell', () => {
    expect(readMatrix('[1, 2, 3]')).toEqual([['1', '2', '3']])
    expect(readMatrix('7')).toEqual([['7']])
  })

  it('gives the rows of the last axis for a tensor of higher rank', () => {
    expect(readMatrix('[[[1, 2]], [[3, 4]]]')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('keeps fractions and functions of LaTeX readable', () => {
    expect(readMatrix('\\begin{bmatrix}\\frac{1}{2} & \\sqrt{2}\\end{bmatrix}')).toEqual([['(1)/(2)', 'sqrt(2)']])
  })

  it('keeps an empty cell between tabs in its place', () => {
    expect(readMatrix('1\t\n2\t3')).toEqual([
      ['1', ''],
      ['2', '3'],
    ])
  })

  it.each(['', '[]', '[[1, 2], [3]]', '1 2\n3'])('refuses %j', (pasted) => {
    expect(readMatrix(pasted)).toBeNull()
  })
})
