import { describe, expect, test } from 'vitest'
import { faults, line } from './text'

const text = (value: string) => ({ kind: 'text', text: value })

describe('emphasis', () => {
  test('closes beside Chinese punctuation', () => {
    expect(line('**「折页」**后面**粗**')).toEqual([
      { kind: 'strong', children: [text('「折页」')] },
      text('后面'),
      { kind: 'strong', children: [text('粗')] },
    ])
  })

  test('stays as CommonMark has it in English', () => {
    expect(line('a *b* and 2 * 3 * 4, snake_case_name')).toEqual([
      text('a '),
      { kind: 'emphasis', children: [text('b')] },
      text(' and 2 * 3 * 4, snake_case_name'),
    ])
  })
})

describe('gaps', () => {
  test('take a hint and formulas with them', () => {
    const [, gap] = line('The ==slope $a==b$ of it::what==.', { gaps: 'closed' })
    expect(gap).toMatchObject({ kind: 'gap', hint: 'what', open: false })
    expect(gap?.kind === 'gap' ? gap.answer.map((inline) => inline.kind) : []).toEqual(['text', 'math', 'text'])
  })

  test('are never seen in code or formulas', () => {
    expect(line('`a ==b== c`', { gaps: 'open' })).toEqual([{ kind: 'code', text: 'a ==b== c' }])
  })

  test('are marked words where no gaps are asked for', () => {
    expect(line('a ==b== c')).toEqual([text('a '), { kind: 'mark', children: [text('b')] }, text(' c')])
  })

  test('without a partner are told in a cloze and left alone elsewhere', () => {
    expect(faults('a ==b c', { gaps: 'open' })).toEqual(['1:1 A "==" has no partner.'])
    expect(line('if a == b then')).toEqual([text('if a == b then')])
  })

  test('in formulas differ by how they are shown', () => {
    const html = (gaps: 'open' | 'closed') => {
      const [math] = line('$\\cloze{x+1}$', { gaps })
      return math?.kind === 'math' ? math.math : null
    }
    expect(html('open')?.html).toContain('var(--cloze')
    expect(html('open')?.spoken).toBe('x plus 1')
    expect(html('closed')?.html).not.toContain('>x<')
    expect(html('closed')?.spoken).toBe('blank')
    expect(faults('$\\cloze{x}$')).toHaveLength(1)
  })
})

describe('values', () => {
  const values = new Set(['s'])
  test('stand where they are named', () => {
    expect(line('scores {s}', { values })).toEqual([text('scores '), { kind: 'value', name: 's' }])
  })
  test('are plain text where none are asked for', () => {
    expect(line('set {s}')).toEqual([text('set {s}')])
  })
  test('of unknown names are told', () => {
    expect(faults('scores {t}', { values })).toEqual(['1:1 {t} names no value of this question.'])
  })
})

describe('links', () => {
  test.each(['https://a.org', 'mailto:a@b.org', 'concept:hinge', 'section:softmax', '#down'])(
    'may lead to %s',
    (href) => {
      expect(line(`[x](${href})`)).toEqual([{ kind: 'link', href, children: [text('x')] }])
    },
  )

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    'data:text/html,x',
    'vbscript:x',
    '//evil.org',
    '/admin',
    'concept:A B',
  ])('may not lead to %s', (href) => {
    expect(line(`[x](<${href}>)`)).toEqual([text('x')])
    expect(faults(`[x](<${href}>)`)).toHaveLength(1)
  })
})

test('raw HTML becomes text and a fault', () => {
  expect(line('a <img src=x onerror=y> b')).toEqual([text('a <img src=x onerror=y> b')])
  expect(faults('a <b>x</b>')).toHaveLength(2)
})

test('lines of Chinese join without a space, English ones with one', () => {
  expect(line('损失\n函数')).toEqual([text('损失函数')])
  expect(line('the\nloss')).toEqual([text('the loss')])
})

test('hard breaks stay', () => {
  expect(line('a\\\nb').map((inline) => inline.kind)).toEqual(['text', 'break', 'text'])
})
