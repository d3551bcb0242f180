import { describe, expect, it } from 'vitest'
import { type KeypadKey, pressed, type Typed } from '@/app/_ui/inputs/keypad-keys'

const end = (text: string): Typed => ({ text, start: text.length, end: text.length })
const keys: { readonly [face: string]: KeypadKey } = {
  '.': { kind: 'point' },
  '±': { kind: 'sign' },
  e: { kind: 'exponent' },
  '/': { kind: 'fraction' },
  '⌫': { kind: 'erase' },
}
const type = (faces: string, from: Typed = end('')): Typed =>
  [...faces].reduce((typed, face) => pressed(typed, keys[face] ?? { kind: 'digit', digit: face }), from)

describe('the docked keypad', () => {
  it.each([
    ['a decimal', '3.9', '3.9'],
    ['a negative number, sign first', '±12', '-12'],
    ['a negative number, sign last', '12±', '-12'],
    ['a sign turned twice', '12±±', '12'],
    ['a negative exponent', '1e3±', '1e-3'],
    ['a negative number with a negative exponent', '1±e3±', '-1e-3'],
    ['a fraction', '2/3', '2/3'],
    ['a decimal in each half of a fraction', '1.5/2.5', '1.5/2.5'],
    ['a deleted digit', '12⌫3', '13'],
  ])('types %s', (_, faces, text) => {
    expect(type(faces).text).toBe(text)
  })

  it.each([
    ['point', '1.2.', '1.2'],
    ['exponent', '1e2e', '1e2'],
    ['fraction bar', '1/2/', '1/2'],
  ])('ignores a second %s in one number', (_, faces, text) => {
    expect(type(faces).text).toBe(text)
  })

  it('types and deletes where the caret is', () => {
    expect(type('5', { text: '19', start: 1, end: 1 })).toEqual({ text: '159', start: 2, end: 2 })
    expect(type('⌫', { text: '159', start: 2, end: 2 })).toEqual({ text: '19', start: 1, end: 1 })
    expect(type('⌫', { text: '159', start: 0, end: 0 })).toEqual({ text: '159', start: 0, end: 0 })
  })

  it('replaces what is marked', () => {
    expect(type('.', { text: '1.5', start: 0, end: 3 })).toEqual({ text: '.', start: 1, end: 1 })
    expect(type('⌫', { text: '1.5', start: 0, end: 3 })).toEqual({ text: '', start: 0, end: 0 })
  })

  it('keeps the caret beside the same digit when the sign turns', () => {
    expect(type('±', { text: '12', start: 1, end: 1 })).toEqual({ text: '-12', start: 2, end: 2 })
    expect(type('±', { text: '-12', start: 0, end: 0 })).toEqual({ text: '12', start: 0, end: 0 })
  })
})
