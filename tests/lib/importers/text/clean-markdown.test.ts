import { describe, expect, it } from 'vitest'
import { cleanMarkdown } from '@/lib/importers/text/clean-markdown'

const read = (text: string) =>
  cleanMarkdown(
    text,
    () => null,
    () => {},
  )

describe('Markdown of other programs', () => {
  it('keeps the words of links that lead nowhere here', () => {
    expect(read('a [note](note.md), a [[page]], a [[page|word]] and [the web](https://example.org)')).toBe(
      'a note, a page, a word and [the web](https://example.org)',
    )
  })

  it.each(['[', '[[', '![', '![['])(
    'is read in no time where "%s" opens thousands of links and closes none',
    (opening) => {
      const began = performance.now()
      read(opening.repeat(100_000))
      expect(performance.now() - began).toBeLessThan(10_000)
    },
    30_000,
  )
})
