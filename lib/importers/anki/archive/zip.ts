import { strFromU8, unzipSync } from 'fflate'
import { type ArchiveLimits, inMib } from './limits'
import { refused } from './refusal'

export interface ZipEntry {
  readonly name: string
  /** Bytes packed, as the directory says. */
  readonly packed: number
  /** Bytes unpacked, as the directory says; no more than these are ever written. */
  readonly size: number
}

const damaged = () =>
  refused('damaged', 'The archive is damaged or cut off.', 'Export it again, or copy the file once more.')

/** Names of a package's entries are plain: no folders, nothing that leads elsewhere. */
const unsafe = (name: string): boolean =>
  name === '' || name === '.' || name === '..' || /[/\\]|\p{Cc}/u.test(name) || /^[a-z]:/i.test(name)

/** What is in an archive, unpacking nothing. */
export const listEntries = (bytes: Uint8Array, limits: ArchiveLimits): ReadonlyMap<string, ZipEntry> => {
  if (bytes.length > limits.archive)
    throw refused(
      'too-large',
      `The package has ${inMib(bytes.length)}; at most ${inMib(limits.archive)} are read.`,
      'Export one deck at a time, or without media.',
    )
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw refused(
      'not-a-package',
      'The file is no Anki package.',
      'Choose a file that Anki exported: .apkg or .colpkg.',
    )
  const found = new Map<string, ZipEntry>()
  const look = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }) => {
    if (unsafe(name))
      throw refused(
        'unsafe-name',
        `The entry "${name.slice(0, 80)}" leads out of the package.`,
        'Packages of Anki hold no folders. Do not trust where this one came from.',
      )
    if (found.has(name)) throw damaged()
    if (found.size >= limits.entries)
      throw refused(
        'too-large',
        `The package has more than ${limits.entries} entries.`,
        'Export one deck at a time, or without media.',
      )
    found.set(name, { name, packed: size, size: originalSize })
    return false
  }
  unpack(bytes, look)
  return found
}

/** These entries, unpacked; the caller has looked at their sizes. */
export const readEntries = (bytes: Uint8Array, names: ReadonlySet<string>): ReadonlyMap<string, Uint8Array> => {
  if (names.size === 0) return new Map()
  const found = unpack(bytes, ({ name }) => names.has(name))
  return new Map(Object.entries(found))
}

const unpack = (
  bytes: Uint8Array,
  filter: (file: { name: string; size: number; originalSize: number }) => boolean,
): Record<string, Uint8Array> => {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    // The library throws its own errors with a code, and RangeErrors on wild offsets.
    if (
      error instanceof Error &&
      (Object.hasOwn(error, 'code') || error instanceof RangeError || error instanceof TypeError)
    )
      throw damaged()
    throw error
  }
}

/** UTF-8 to text; what is no UTF-8 becomes U+FFFD. */
export const fromUtf8 = (bytes: Uint8Array): string => strFromU8(bytes)
