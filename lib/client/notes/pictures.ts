import { figureFrom } from '@/lib/importers/draft/figures'
import { importLimits } from '@/lib/importers/limits'
import { notesFigures } from '@/lib/sync/bank-notes'

/** A picture beside the notes, kept on this device until a card that shows it is published. */
export interface DeskPicture {
  /** As the notes may name it. */
  readonly name: string
  /** As cards name it. */
  readonly figure: string
  readonly data: Uint8Array
  /** See `NotesImage`. */
  readonly within?: readonly [from: number, to: number]
}

/** Why a picture was not taken; `picture-kind` is no picture, or a drawing that could run or load something. */
export type PictureFault = 'picture-large' | 'picture-kind' | 'pictures-many' | 'pictures-large'

export const isPictureName = (name: string): boolean => /\.(?:svg|png|jpe?g|webp|gif|avif)$/i.test(name)

/** Takes pictures beside those that are there; one of the same name and place takes the other's. */
export const addPictures = (
  before: readonly DeskPicture[],
  more: readonly { readonly name: string; readonly data: Uint8Array; readonly within?: readonly [number, number] }[],
): { readonly pictures: readonly DeskPicture[]; readonly fault: { why: PictureFault; name: string } | null } => {
  const keyOf = ({ name, within }: { readonly name: string; readonly within?: readonly [number, number] }) =>
    `${name}\0${within?.[0] ?? ''}`
  const all = new Map(before.map((picture) => [keyOf(picture), picture]))
  const stop = (why: PictureFault, name: string) => ({ pictures: before, fault: { why, name } })
  for (const each of more) {
    if (each.data.length > importLimits.picture) return stop('picture-large', each.name)
    const figure = figureFrom(each.data)
    if (figure === null) return stop('picture-kind', each.name)
    all.set(keyOf(each), { ...each, figure: figure.path })
  }
  const pictures = [...all.values()]
  if (pictures.length > notesFigures.most) return stop('pictures-many', '')
  if (pictures.reduce((sum, { data }) => sum + data.length, 0) > notesFigures.bytes) return stop('pictures-large', '')
  return { pictures, fault: null }
}
