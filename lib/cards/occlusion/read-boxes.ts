import type { FieldReader } from '@/lib/content/field-reader'
import { inLanguage, languages, type Words } from '@/lib/core/language'
import type { FigureBox } from '@/lib/view/block'

/** A part of the picture and what it is called. */
export interface LabelledBox {
  readonly at: FigureBox
  readonly label: Words
}

const mostBoxes = 20
/** A smaller part cannot be seen on a phone. */
const smallest = 1
const cure = 'Write "at: [left, top, width, height]" in percent of the picture, all within 0 and 100.'

const readBox = (fields: FieldReader, index: number): LabelledBox | null => {
  const label = fields.words('label')
  const numbers = fields.strings('at')?.map((text) => Number(text)) ?? null
  if (label === null || numbers === null) return null
  const [left = Number.NaN, top = Number.NaN, width = Number.NaN, height = Number.NaN] = numbers
  if (languages.some((language) => inLanguage(label, language).trim() === ''))
    return fields.fault('label', `Box ${index + 1} has no name.`, 'Write what it covers: that is the answer.')
  if (numbers.length !== 4 || numbers.some((number) => !Number.isFinite(number)))
    return fields.fault('at', `Box ${index + 1} is not four numbers.`, cure)
  if (width < smallest || height < smallest)
    return fields.fault('at', `Box ${index + 1} is too small to be seen.`, `Make it at least ${smallest} % each way.`)
  // Tenths of a percent, as the editor writes them, add up with a rounding error.
  if (left < 0 || top < 0 || left + width > 100.001 || top + height > 100.001)
    return fields.fault('at', `Box ${index + 1} reaches beyond the picture.`, cure)
  return { at: [left, top, width, height], label }
}

/** The boxes of an occlusion card; null after telling what is wrong with them. */
export const readBoxes = (fields: FieldReader): readonly LabelledBox[] | null => {
  const maps = fields.maps('boxes')
  if (maps === null) return null
  if (maps.length === 0 || maps.length > mostBoxes)
    return fields.fault('boxes', `There are ${maps.length} boxes.`, `Write 1 to ${mostBoxes}.`)
  const boxes = maps.map(readBox).filter((box) => box !== null)
  return boxes.length < maps.length ? null : boxes
}
