import type { Json } from '@/lib/core/json'
import type { FigureBox } from '@/lib/view/block'
import { isRecord } from '../editor/form-values'

/** A part of a picture as it is edited; the label is Markdown, alike in all languages or one each. */
export interface EditedBox {
  readonly at: FigureBox
  readonly label: Json
}

/** A place on the picture, in percent of its width and height. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Smaller ones come from a finger that slipped. */
export const smallest = 2

const tenth = (value: number): number => Math.round(value * 10) / 10
const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** The box between two places, whichever way it was drawn. */
export const between = (a: Place, b: Place): FigureBox => {
  const [left, right] = [within(Math.min(a.x, b.x), 0, 100), within(Math.max(a.x, b.x), 0, 100)]
  const [top, bottom] = [within(Math.min(a.y, b.y), 0, 100), within(Math.max(a.y, b.y), 0, 100)]
  return [tenth(left), tenth(top), tenth(right - left), tenth(bottom - top)]
}

export const isDrawn = ([, , width, height]: FigureBox): boolean => width >= smallest && height >= smallest

/** The box somewhere else, all of it still on the picture. */
export const moved = ([left, top, width, height]: FigureBox, dx: number, dy: number): FigureBox => [
  tenth(within(left + dx, 0, 100 - width)),
  tenth(within(top + dy, 0, 100 - height)),
  width,
  height,
]

/** The box with its right and lower edge elsewhere. */
export const resized = ([left, top, width, height]: FigureBox, dx: number, dy: number): FigureBox => [
  left,
  top,
  tenth(within(width + dx, smallest, 100 - left)),
  tenth(within(height + dy, smallest, 100 - top)),
]

/** What a key does to a box: arrows move it, with Shift they change its size; null for any other key. */
export const byKey = (box: FigureBox, key: string, shift: boolean): FigureBox | null => {
  const steps: { readonly [key: string]: readonly [number, number] } = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  }
  const step = steps[key]
  return step === undefined ? null : (shift ? resized : moved)(box, ...step)
}

/** The boxes that a card's field holds; whatever is none is left out. */
export const boxesIn = (value: Json): readonly EditedBox[] =>
  !Array.isArray(value)
    ? []
    : value.flatMap((one: Json): EditedBox[] => {
        if (!isRecord(one) || !Array.isArray(one.at)) return []
        const [left, top, width, height] = one.at.map(Number)
        return [
          {
            at: [left ?? 0, top ?? 0, width ?? smallest, height ?? smallest],
            label: one.label ?? '',
          },
        ]
      })

const isSame = (a: EditedBox | undefined, b: EditedBox | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The place of the first box that is there no longer. */
export const removedBox = (before: readonly EditedBox[], after: readonly EditedBox[]): number =>
  before.findIndex((box, i) => !isSame(box, after[i]))

/** What became other between two lists of boxes, as fields to set; without a value an entry goes. */
export const boxSteps = (
  before: readonly EditedBox[],
  after: readonly EditedBox[],
): readonly { readonly path: readonly (string | number)[]; readonly value?: Json }[] => {
  if (after.length > before.length)
    return after.slice(before.length).map((box, i) => ({ path: [before.length + i], value: { ...box } }))
  if (after.length < before.length) {
    const at = removedBox(before, after)
    return [{ path: [at] }, ...boxSteps(before.toSpliced(at, 1), after)]
  }
  return after.flatMap((box, i) => {
    const was = before[i]
    return [
      ...(JSON.stringify(was?.at) === JSON.stringify(box.at) ? [] : [{ path: [i, 'at'], value: box.at }]),
      ...(JSON.stringify(was?.label) === JSON.stringify(box.label) ? [] : [{ path: [i, 'label'], value: box.label }]),
    ]
  })
}
