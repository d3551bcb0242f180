import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isComposing } from '@/app/_ui/inputs/composing'
import { isPressed } from '@/app/_ui/inputs/shortcuts'

/** Stands where the focus is: `closest` finds it by the names that fit it. */
class Focused extends EventTarget {
  constructor(readonly names: readonly string[]) {
    super()
  }
  closest(selector: string): Focused | null {
    return selector.split(', ').some((one) => this.names.includes(one)) ? this : null
  }
}

describe('a key that the focus uses itself', () => {
  beforeEach(() => vi.stubGlobal('HTMLElement', Focused))
  afterEach(() => vi.unstubAllGlobals())

  it('is Space on an option, which it marks, and Enter there is the answer', () => {
    for (const name of ['input[type=radio]:not(:checked)', 'input[type=checkbox]']) {
      const option = new Focused([name])
      expect(isPressed(option, ' ')).toBe(true)
      expect(isPressed(option, 'Enter')).toBe(false)
      expect(isPressed(option, 'a')).toBe(false)
    }
  })

  it('is not Space on the chosen one of several, which stays chosen: it is the answer', () => {
    expect(isPressed(new Focused(['input[type=radio]']), ' ')).toBe(false)
  })

  it('is Space and Enter on a button, and nothing on a card', () => {
    expect([' ', 'Enter', '1'].map((key) => isPressed(new Focused(['button']), key))).toEqual([true, true, false])
    expect([' ', 'Enter', '1'].map((key) => isPressed(new Focused(['article']), key))).toEqual([false, false, false])
  })
})

describe('a key of an input method', () => {
  it('is known by what the browser says, and in Safari by its number', () => {
    expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true)
    expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
    expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false)
  })
})
