import { expect, it } from 'vitest'
import { mathMl } from '@/lib/content/markdown/math'

it('sets a published formula as MathML, on its own line where it stood there', () => {
  const inline = mathMl('\\frac{1}{N} \\sum_i L_i', false) ?? ''
  expect(inline).toContain('<mfrac>')
  expect(inline).not.toContain('katex-html')
  expect(mathMl('L', true)).toContain('display="block"')
})

it('shows an opened gap in it', () => {
  expect(mathMl('\\cloze{y} - 1', false)).toContain('<mi>y</mi>')
})

it.each(['\\ourmacro{x}', '\\frac{', '{'.repeat(2000)])('leaves what it cannot set to the set form: %s', (tex) => {
  expect(mathMl(tex, false)).toBe(null)
})
