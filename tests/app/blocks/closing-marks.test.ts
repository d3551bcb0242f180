import { describe, expect, test } from 'vitest'
import { closingMarks, setWithMarks } from '@/app/_ui/blocks/closing-marks'
import { setFormula } from '@/lib/content/markdown/math'
import type { Inline } from '@/lib/view/block'

const math = (tex: string): Inline => ({ kind: 'math', math: { tex, html: '', spoken: '' } })
const text = (words: string): Inline => ({ kind: 'text', text: words })

describe('marks after a formula', () => {
  test('stay with a short one, in both scripts', () => {
    expect(closingMarks(math('f = \\tanh(wx + b)'), text('，此处'))).toBe('，')
    expect(closingMarks(math('\\frac{\\partial f}{\\partial w}'), text('). Then'))).toBe(').')
  })

  test('stay with a gap that is still open to guess, and follow a filled one as text does', () => {
    const gap = (open: boolean): Inline => ({ kind: 'gap', hint: null, answer: [text('门')], open })
    expect(closingMarks(gap(false), text('。'))).toBe('。')
    expect(closingMarks(gap(true), text('。'))).toBe('')
  })

  test('stay with the last piece of a long formula, which may break before it', () => {
    const { html } = setFormula('a + b = c', false, 'none')
    const kept = setWithMarks(html, '，', 'piece', 'mark') ?? ''
    const pieces = kept.split('<span class="katex-base">')
    expect(pieces).toHaveLength(4)
    expect(kept).toContain('<span class="piece"><span class="katex-base">')
    expect(kept.match(/class="piece"/g), 'only the last piece is held').toHaveLength(1)
    expect(pieces[3]).toMatch(/>c<\/span><\/span><span class="mark">，<\/span><\/span><\/span><\/span>$/)
    expect(setWithMarks('plain', '，', 'piece', 'mark')).toBeNull()
  })

  test('are none where words or another formula follow', () => {
    expect(closingMarks(math('x'), text(' is'))).toBe('')
    expect(closingMarks(math('x'), math('y'))).toBe('')
    expect(closingMarks(text('x'), text('.'))).toBe('')
    expect(closingMarks(math('x'), undefined)).toBe('')
  })
})
