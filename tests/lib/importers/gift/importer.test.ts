import { describe, expect, it } from 'vitest'
import { gift } from '@/lib/importers/gift/importer'
import { fieldsOf, readImport, reasonsOf } from '@/tests/support/read-import'

const one = (text: string) => fieldsOf(readImport(gift, text))[0]

describe('GIFT', () => {
  it('reads signs that are escaped, and formulas whose braces are not', () => {
    expect(one('::a\\:b::[html]What is \\\\(\\\\frac\\{a\\}\\{b\\}\\\\)? {=a \\= b ~c ~d}')?.question).toBe(
      'What is $\\frac{a}{b}$?',
    )
    expect(one('What is $\\frac{a}{b}$ for $a_{1} = 2$? {=one ~two ~three}')?.question).toBe(
      'What is $\\frac{a}{b}$ for $a_{1} = 2$?',
    )
  })

  it('keeps LaTeX that begins as a line break does, and says so', () => {
    const read = readImport(gift, 'Which way does $\\nabla f$ point, and what is $\\nu$?\\nThink. {=up}')
    expect(fieldsOf(read)[0]?.front).toBe('Which way does $\\nabla f$ point, and what is $\\nu$?\\\nThink.')
    expect(read.rows[0]?.reasons).toContainEqual({ kind: 'newline', detail: '\\nabla' })
  })

  it('takes a comment within a line for words, and a line of comment for none', () => {
    expect(one('// comment\nSee https://example.org/x // here {=a}')?.front).toContain('// here')
  })

  it('rejects a key that is no number, which would make every answer right', () => {
    const read = readImport(gift, 'How much? {#abc:0.1}')
    expect(read.rows[0]).toMatchObject({ cards: [], reasons: [{ kind: 'not-a-number', detail: 'abc' }] })
  })

  it('reads ranges, tolerances and parts of the mark', () => {
    expect(one('x {#3.14:0.01}')).toEqual({ question: 'x', answer: 3.14, decimals: 2, tolerance: 0.01 })
    expect(one('x {#3..4}')).toEqual({ question: 'x', answer: 3.5, decimals: 1, tolerance: 0.5 })
    const read = readImport(gift, 'x {#=1822:0 =%50%1822:2 ~#no}')
    expect(fieldsOf(read)[0]).toEqual({ question: 'x', answer: 1822, integer: true })
    expect(reasonsOf(read)).toEqual([['weights', 'feedback']])
  })

  it('leaves out what asks nothing, has no model answer or is not closed', () => {
    const read = readImport(gift, 'Just words.\n\nWrite an essay. {}\n\nBroken {=a\n\nWrong only {~a ~b ~c}')
    expect(reasonsOf(read)).toEqual([['description'], ['no-answer'], ['unclosed'], ['no-right']])
    expect(read.cards).toEqual([])
  })

  it('asks two options in words and cuts more than five', () => {
    const read = readImport(gift, 'A? {=yes ~no}\n\nB? {=1 ~2 ~3 ~4 ~5 ~6 ~7}')
    expect(reasonsOf(read)[0]).toEqual(['two-options'])
    expect(read.rows[1]?.reasons[0]).toEqual({ kind: 'options-cut', detail: '7 → 5' })
    expect(fieldsOf(read)[1]?.options).toHaveLength(5)
  })

  it('drops a script and says so', () => {
    const read = readImport(gift, '[html]Click <script>alert(1)</script><b onclick\\="x()">here</b> {=a}')
    expect(fieldsOf(read)[0]?.front).toBe('Click **here**')
    expect(reasonsOf(read)[0]).toContain('script')
  })

  it('splits more pairs than a card holds and asks in words where sides are shared', () => {
    const pairs = (count: number) => Array.from({ length: count }, (_, i) => `=l${i} -> r${i}`).join(' ')
    const read = readImport(gift, `Match {${pairs(8)}}\n\nShare {=a -> x =b -> x =c -> y}`)
    expect(read.rows[0]?.cards).toHaveLength(2)
    expect(read.rows[0]?.reasons).toEqual([{ kind: 'split', detail: '8 → 4 + 4' }])
    expect(read.cards[2]).toMatchObject({ type: 'basic', fields: { back: '- a → x\n- b → x\n- c → y' } })
  })
})
