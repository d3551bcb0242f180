import { describe, expect, it } from 'vitest'
import { putText } from '@/app/_ui/teach/editor/put-text'

const desk = (open: string, source: string | null) => {
  const done: unknown[] = []
  const place = {
    open,
    source:
      source === null ? null : { path: source, rewrite: (text: string) => void done.push(['source', source, text]) },
    write: (path: string, text: string | null, line: number | null) => void done.push(['draft', path, text, line]),
  }
  return { place, done }
}

describe('a text that a form has made', () => {
  it('goes into the source that is open', () => {
    const { place, done } = desk('a.cards.yaml', 'a.cards.yaml')
    putText(place, 'a.cards.yaml', 'new', 3)
    expect(done).toEqual([['source', 'a.cards.yaml', 'new']])
  })

  it('goes into its own file when another was opened meanwhile, and does not call its author back', () => {
    const { place, done } = desk('b.cards.yaml', 'b.cards.yaml')
    putText(place, 'a.cards.yaml', 'new', 3)
    expect(done).toEqual([['draft', 'a.cards.yaml', 'new', null]])
  })

  it('does not wait for a source that has not come', () => {
    const { place, done } = desk('a.cards.yaml', null)
    putText(place, 'a.cards.yaml', 'new', 3)
    expect(done).toEqual([['draft', 'a.cards.yaml', 'new', 3]])
  })

  it('leaves the source of another file alone while that is being taken away', () => {
    const { place, done } = desk('a.cards.yaml', 'b.cards.yaml')
    putText(place, 'a.cards.yaml', 'new', 3)
    expect(done).toEqual([['draft', 'a.cards.yaml', 'new', 3]])
  })
})
