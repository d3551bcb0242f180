import { describe, expect, test } from 'vitest'
import { closingMarks } from '@/app/_ui/blocks/closing-marks'
import type { Inline } from '@/lib/view/block'

const math = (tex: string): Inline => ({ kind: 'math', math: { tex, html: '', spoken: '' } })
const text = (words: string): Inline => ({ kind: 'text', text: words })

describe('marks after a formula', () => {
  test('stay with a short one, in both scripts', () => {
    expect(closingMarks(math('f = \\tanh(wx + b)'), text('，此处'))).toBe('，')
    expect(closingMarks(math('\\frac{\\partial f}{\\partial w}'), text('). Then'))).toBe(').')
  })

  test('leave a formula free that may have to break on a phone', () => {
    expect(closingMarks(math('L_i = \\sum_j \\max(0, s_j - s_{y_i} + \\Delta)'), text('。'))).toBe('')
  })

  test('are none where words or another formula follow', () => {
    expect(closingMarks(math('x'), text(' is'))).toBe('')
    expect(closingMarks(math('x'), math('y'))).toBe('')
    expect(closingMarks(text('x'), text('.'))).toBe('')
    expect(closingMarks(math('x'), undefined)).toBe('')
  })
})
