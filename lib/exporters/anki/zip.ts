import { strToU8, zipSync } from 'fflate'

export const toUtf8 = (text: string): Uint8Array => strToU8(text)

/** The first moment an archive can name, by the local clock it is written in: the same entries are always the same bytes. */
const mtime = new Date(1980, 0, 1)

/** An archive of these entries. Pictures are packed already; only the rest is worth the work. */
export const zip = (
  entries: readonly { readonly name: string; readonly data: Uint8Array; readonly pack: boolean }[],
): Uint8Array =>
  zipSync(Object.fromEntries(entries.map(({ name, data, pack }) => [name, [data, { level: pack ? 6 : 0 }]])), { mtime })
