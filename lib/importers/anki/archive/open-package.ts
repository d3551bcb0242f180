import { type ArchiveLimits, archiveLimits, inMib } from './limits'
import { readMedia } from './media'
import { numberIn, readMessage } from './protobuf'
import { refused } from './refusal'
import { fromUtf8, listEntries, readEntries, type ZipEntry } from './zip'
import { unzstd } from './zstd'

/** A package with its collection unpacked; media stay packed until they are asked for. */
export interface OpenedPackage {
  /** How the package is built: Anki changed it twice. */
  readonly container: 'anki2' | 'anki21' | 'anki21b'
  /** An SQLite database. */
  readonly collection: Uint8Array
  /** Names of the files that notes may use. */
  readonly media: ReadonlySet<string>
  /** Unpacks these files; those beyond the limits are left out and named. */
  readonly readMedia: (names: ReadonlySet<string>) => {
    readonly files: ReadonlyMap<string, Uint8Array>
    readonly tooLarge: readonly string[]
  }
}

/** The package's own number of its format: 1, 2 or 3; without one the names of the entries tell. */
const versionOf = (bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>): 1 | 2 | 3 => {
  const meta = entries.get('meta')
  if (meta === undefined) return entries.has('collection.anki21') ? 2 : 1
  const read = meta.size > 1024 ? undefined : readEntries(bytes, new Set(['meta'])).get('meta')
  const version = read === undefined ? null : numberIn(readMessage(read), 1)
  if (version === 1 || version === 2 || version === 3) return version
  if (version === null || version === 0)
    throw refused('damaged', 'The package does not say how it is built.', 'Export it from Anki again.')
  throw refused(
    'too-new',
    `The package is of format ${version}, which is newer than this program.`,
    'Export it with "Support older Anki versions".',
  )
}

const containers = { 1: 'anki2', 2: 'anki21', 3: 'anki21b' } as const

/** Opens a package. @throws `Refused` for whatever stands in the way. */
export const openPackage = (bytes: Uint8Array, limits: ArchiveLimits = archiveLimits): OpenedPackage => {
  const entries = listEntries(bytes, limits)
  const version = versionOf(bytes, entries)
  const container = containers[version]
  const name = `collection.${container}`
  const entry = entries.get(name)
  if (entry === undefined) {
    if (entries.has('collection.anki2'))
      throw refused(
        'decoy-only',
        `The package says it holds ${name} but has only the note that asks old programs to update.`,
        'Its collection was lost on the way. Export it from Anki again.',
      )
    throw refused(
      'no-collection',
      'There is no collection in the archive.',
      'Choose a file that Anki exported: .apkg or .colpkg.',
    )
  }
  if (entry.size > limits.collection || (version === 3 && entry.packed > limits.collection))
    throw refused(
      'too-large',
      `The collection has ${inMib(entry.size)}; at most ${inMib(limits.collection)} are read.`,
      'Export one deck at a time.',
    )
  const packed = readEntries(bytes, new Set([name])).get(name)
  if (packed === undefined || packed.length !== entry.size)
    throw refused('damaged', 'The collection is cut off.', 'Export it from Anki again.')
  const collection = version === 3 ? unzstd(packed, limits.collection, 'The collection') : packed
  if (fromUtf8(collection.subarray(0, 15)) !== 'SQLite format 3')
    throw refused('damaged', 'The collection is no database.', 'Export it from Anki again.')
  return { container, collection, ...readMedia(bytes, entries, version === 3, limits) }
}
