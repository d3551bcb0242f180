import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { withMoreInBrackets } from '@/lib/content/yaml/bracket-list'

const added = { id: 'relu', title: { en: 'ReLU, [a gate]' } }

describe('a YAML list with more entries', () => {
  it.each([
    ['[]', []],
    ['[a, b]\n', ['a', 'b']],
    ['# concepts\n\n[\n  { id: a },\n  { id: b }, \n]\n', [{ id: 'a' }, { id: 'b' }]],
    ['[\n  { id: a } # the first\n]', [{ id: 'a' }]],
  ])('keeps what stands in the brackets of %j', (text, before) => {
    expect(parse(withMoreInBrackets(text, [added, 'c']) ?? '')).toEqual([...before, added, 'c'])
  })

  it.each(['- { id: a }\n', '', '# nothing\n', '- [a, b]\n', 'key: [a]\n'])(
    'leaves %j, which has no brackets around it',
    (text) => {
      expect(withMoreInBrackets(text, [added])).toBeNull()
    },
  )
})
