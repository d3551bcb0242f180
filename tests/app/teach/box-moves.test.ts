import { describe, expect, it } from 'vitest'
import { between, boxesIn, boxSteps, byKey, isDrawn, moved, resized } from '@/app/_ui/teach/boxes/box-moves'

describe('a box over a picture', () => {
  it('is the same whichever way it is drawn, and ends at the edge of the picture', () => {
    expect(between({ x: 10, y: 20 }, { x: 40, y: 50.06 })).toEqual([10, 20, 30, 30.1])
    expect(between({ x: 40, y: 50.06 }, { x: 10, y: 20 })).toEqual([10, 20, 30, 30.1])
    expect(between({ x: 90, y: 90 }, { x: 130, y: 140 })).toEqual([90, 90, 10, 10])
  })

  it('is none when a finger only touched the picture', () => {
    expect(isDrawn(between({ x: 10, y: 10 }, { x: 11, y: 40 }))).toBe(false)
    expect(isDrawn(between({ x: 10, y: 10 }, { x: 12, y: 12 }))).toBe(true)
  })

  it('stays on the picture, whole and large enough to be seen', () => {
    expect(moved([80, 10, 15, 10], 30, -30)).toEqual([85, 0, 15, 10])
    expect(resized([80, 10, 15, 10], 30, -30)).toEqual([80, 10, 20, 2])
  })

  it('follows the arrows, and with Shift its size does', () => {
    expect(byKey([10, 10, 20, 20], 'ArrowRight', false)).toEqual([11, 10, 20, 20])
    expect(byKey([10, 10, 20, 20], 'ArrowUp', true)).toEqual([10, 10, 20, 19])
    expect(byKey([10, 10, 20, 20], 'a', false)).toBeNull()
  })

  it("is read from a card's field, and whatever is no box is left out", () => {
    expect(boxesIn([{ at: [1, 2, 3, 4], label: 'gate' }, { at: [5, 6, 7, 8] }, 'x', null, { label: 'y' }])).toEqual([
      { at: [1, 2, 3, 4], label: 'gate' },
      { at: [5, 6, 7, 8], label: '' },
    ])
    expect(boxesIn('none')).toEqual([])
    const words = { en: 'gate', zh: '门' }
    expect(boxesIn([{ at: [1, 2, 3, 4], label: words }])).toEqual([{ at: [1, 2, 3, 4], label: words }])
  })

  it('is set field by field, so that the others stay as they are written', () => {
    const [one, two, three] = boxesIn([
      { at: [1, 2, 3, 4], label: 'gate' },
      { at: [5, 6, 7, 8], label: { en: 'sum', zh: '和' } },
      { at: [9, 9, 9, 9], label: 'x' },
    ])
    if (one === undefined || two === undefined || three === undefined) throw new Error('There are three boxes.')
    expect(boxSteps([one, two], [one, two])).toEqual([])
    expect(boxSteps([one, two], [one, { ...two, at: [5, 6, 9, 8] }])).toEqual([
      { path: [1, 'at'], value: [5, 6, 9, 8] },
    ])
    expect(boxSteps([one, two], [{ ...one, label: 'door' }, two])).toEqual([{ path: [0, 'label'], value: 'door' }])
    expect(boxSteps([one], [one, three])).toEqual([{ path: [1], value: { at: [9, 9, 9, 9], label: 'x' } }])
    // As they come back from the source: alike, not the same.
    expect(boxSteps([one, two, three], structuredClone([one, three]))).toEqual([{ path: [1] }])
  })
})
