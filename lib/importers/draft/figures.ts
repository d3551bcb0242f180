import { hashText } from '@/lib/core/hash'
import type { ImportedFigure } from '../importer'
import { importLimits } from '../limits'
import { fromLatin1 } from '../zip/open-zip'
import { beginsAsSvg } from './svg-head'

const kinds: readonly { readonly ending: string; readonly is: (bytes: Uint8Array, head: string) => boolean }[] = [
  { ending: 'png', is: (bytes) => bytes[0] === 0x89 && bytes[1] === 0x50 },
  { ending: 'jpg', is: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 },
  { ending: 'gif', is: (_bytes, head) => head.startsWith('GIF8') },
  { ending: 'webp', is: (_bytes, head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP' },
  { ending: 'avif', is: (_bytes, head) => head.slice(4, 12) === 'ftypavif' },
  { ending: 'svg', is: (_bytes, head) => beginsAsSvg(head) },
]

/** A drawing that could run something or fetch something is no picture. */
const acts = /<script|<foreignObject|<!ENTITY|<!DOCTYPE|\bon[a-z]+\s*=|javascript:|\bhref\s*=\s*["'](?!#)/i

/** The picture a name stands for, by what its bytes are and not by what it is called; null where it cannot be kept. */
export const figureFrom = (data: Uint8Array): ImportedFigure | null => {
  if (data.length === 0 || data.length > importLimits.picture) return null
  const head = fromLatin1(data.subarray(0, 4096))
  const kind = kinds.find(({ is }) => is(data, head))
  if (kind === undefined) return null
  const text = fromLatin1(data)
  if (kind.ending === 'svg' && acts.test(text)) return null
  return { path: `figures/import-${hashText(text).slice(0, 16)}.${kind.ending}`, data }
}

/** Pictures by the names that texts use, until their bytes are too many. */
export const makeFigures = (pictures: ReadonlyMap<string, Uint8Array>) => {
  const found = new Map<string, ImportedFigure | null>()
  let room: number = importLimits.pictures
  const look = (name: string): ImportedFigure | null => {
    const known = found.get(name)
    if (known !== undefined) return known
    const data = pictures.get(name)
    const figure = data === undefined || data.length > room ? null : figureFrom(data)
    if (figure !== null) room -= figure.data.length
    found.set(name, figure)
    return figure
  }
  return look
}

/** A picture's name as its file has it: without the roots other programs write before it, and with its signs read. */
export const pictureName = (address: string): string => {
  const bare = address
    .replace(/^(?:@@PLUGINFILE@@|\$IMS-CC-FILEBASE\$|%24IMS-CC-FILEBASE%24)\/?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/^(?:\.{1,2}\/|\/)+/, '')
  try {
    return decodeURIComponent(bare).normalize('NFC')
  } catch {
    return bare.normalize('NFC')
  }
}
