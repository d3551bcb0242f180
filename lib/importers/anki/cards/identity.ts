import { hashText } from '@/lib/core/hash'

const hex = (text: string): string =>
  [...text].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(2, '0')).join('')

/**
 * The id of one card of a note, from Anki's guid: the same on every import. A usual guid can be read out of it again, so that
 * an export is the same note to Anki.
 */
export const cardIdOf = (guid: string, ord: number): string =>
  /^[\x21-\x7e]{1,40}$/.test(guid) ? `anki.g${hex(guid)}.c${ord + 1}` : `anki.h${hashText(guid)}.c${ord + 1}`

/** A concept's id from the path of an Anki deck. */
export const conceptIdOf = (path: readonly string[]): string => {
  const latin = (path.at(-1) ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  return `${latin === '' ? 'deck' : latin}-${hashText(path.join('\u001f')).slice(0, 8)}`
}

/** Where a picture of a package stands in our deck; null for what is no picture. */
export const figureOf = (name: string): string | null => {
  const kind = /\.(svg|png|jpe?g|webp|avif|gif)$/i.exec(name)?.[1]?.toLowerCase()
  return kind === undefined ? null : `figures/anki-${hashText(name).slice(0, 16)}.${kind}`
}
