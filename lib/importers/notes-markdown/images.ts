import { pictureName } from '../draft/figures'

/** A picture that is there. */
export interface NotesImage {
  /** Its path seen from the notes, or its name alone where a page knows no more; `attachment:name` inside a notebook. */
  readonly name: string
  /** What the deck calls it: a path below `figures/`. */
  readonly figure: string
  /** The stretch of the file it belongs to, since notebooks call every pasted picture alike. All of it when left out. */
  readonly within?: readonly [from: number, to: number]
}

/** Finds the picture that an address in the notes means; null where it is not there. `at` is the address' place in the file. */
export interface ImageFinder {
  readonly isEmpty: boolean
  readonly figure: (address: string, at: number) => string | null
}

const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const group = (images: readonly NotesImage[], key: (image: NotesImage) => string) => {
  const groups = new Map<string, NotesImage[]>()
  for (const image of images) {
    const known = groups.get(key(image))
    if (known === undefined) groups.set(key(image), [image])
    else known.push(image)
  }
  return groups
}

/** By its whole path, or else by a name that only one picture bears. */
export const makeImages = (images: readonly NotesImage[]): ImageFinder => {
  const byPath = group(images, ({ name }) => pictureName(name))
  const byName = group(images, ({ name }) => last(pictureName(name)))
  return {
    isEmpty: images.length === 0,
    figure: (address, at) => {
      if (/^(?!attachment:)[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return null
      const path = pictureName(address)
      const here = byPath.get(path)?.find(({ within }) => within === undefined || (within[0] <= at && at <= within[1]))
      if (here !== undefined) return here.figure
      const alike = new Set(byName.get(last(path))?.map(({ figure }) => figure))
      return alike.size === 1 && !path.startsWith('attachment:') ? ([...alike][0] ?? null) : null
    },
  }
}
