import { describe, expect, it } from 'vitest'
import { parseMarkdown, parseMarked } from '@/lib/content/markdown/parse'
import { wordsAlone } from '@/lib/content/markdown/words-alone'
import { makeRng } from '@/lib/core/rng'

const alphabet = [
  ...'aZß9 ,.;:?!\'"()/%=-–—…×·',
  ...'损失，。；：？！、（）“”‘’《》',
  ' ',
  '*',
  '**',
  ' *b* ',
  ' **b c** ',
  'e\u0301',
  'www',
  'http',
  'https://',
  'x.org',
  'me@x.org',
  '_i_',
  '$x$',
  '`c`',
  '&amp;',
  '\\',
  '\n',
  '\t',
  '\u00a0',
  '\u0000',
  '[a](b)',
  '~~',
  '#',
  '|',
  '>',
  '==',
  '---',
]

describe('the tree of a text without markup', () => {
  it.each([
    'What does the loss do?',
    'ReLU: max(0, x) = x for x > 0'.replace(' > 0', ''),
    '什么是损失函数？它有下界吗（为什么）？',
    'See lecture 3; p. 12.',
    'a --- b',
    'It keeps *weights* near **5 or so**',
    '**Bold** first',
    '*损失* 与 **梯度**',
    'a *b* *c* **d** e',
    'a **b*',
    'a *b**',
    'two * three * four',
    'a',
    'See www.example.org now',
    'see HTTPS://example.org',
    'x ',
    '1. one',
    '- one',
    'a\u00a0',
  ])('is what the parser gives: %j', (text) => {
    expect(parseMarkdown(text)).toEqual(parseMarked(text))
  })

  it('is what the parser gives for 6,000 texts of signs that mean something somewhere', () => {
    const random = makeRng('plain texts')
    const sign = () => alphabet[random.integer(0, random.integer(0, 9) < 9 ? 46 : alphabet.length - 1)]
    const texts = Array.from({ length: 6_000 }, () => Array.from({ length: random.integer(1, 12) }, sign).join(''))
    const different = texts.filter((text) => JSON.stringify(parseMarkdown(text)) !== JSON.stringify(parseMarked(text)))
    expect(different).toEqual([])
    const quick = texts.filter((text) => wordsAlone(text) !== null)
    expect(quick.filter((text) => text.includes('*')).length, 'and many are read quickly').toBeGreaterThan(50)
    expect(texts.length - quick.length).toBeGreaterThan(1_000)
  })
})
