import { describe, expect, it } from 'vitest'
import { lineOfCard } from '@/app/_ui/teach/editor/line-of-card'

describe('the line of a card in the list', () => {
  it('is where the card stands by now, when a text above it has grown since the draft was read', () => {
    const text = '- id: a\n  front: |\n    One\n    two\n    three\n  back: x\n- id: b\n  front: y\n'
    expect(lineOfCard(text, 'b', 4)).toBe(7)
  })

  it('is known by an id in any place and any writing', () => {
    expect(lineOfCard('\n- { id: a }\n- { concepts: [x], id: b }\n- concepts: [x]\n  id: "c"\n', 'b', 1)).toBe(3)
    expect(lineOfCard('\n- { id: a }\n- { concepts: [x], id: b }\n- concepts: [x]\n  id: "c"\n', 'c', 1)).toBe(4)
  })

  it('is the nearer one of two with the same id', () => {
    expect(lineOfCard('- id: a\n\n- id: a\n\n', 'a', 3)).toBe(3)
  })

  it('stays what it was where no entry has the id', () => {
    expect(lineOfCard('- id: a\n', 'gone', 5)).toBe(5)
    expect(lineOfCard('- front: x\n- front: y\n', '', 2)).toBe(2)
  })
})
