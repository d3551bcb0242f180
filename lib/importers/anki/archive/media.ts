import type { ArchiveLimits } from './limits'
import { inMib } from './limits'
import { decodeMediaNames } from './media-names'
import type { OpenedPackage } from './open-package'
import { bytesIn, readMessage } from './protobuf'
import { refused } from './refusal'
import { fromUtf8, readEntries, type ZipEntry } from './zip'
import { unzstd } from './zstd'

/** Beyond it a list of names is no list of names. */
const longestList = 16 * 1024 * 1024

const unsafe = (name: string): boolean =>
  name === '' || /^\.\.?$|[/\\]|\p{Cc}|^[a-z]:/iu.test(name) || name.length > 500

const namesOf = (packed: Uint8Array, modern: boolean): ReadonlyMap<string, string> => {
  if (!modern) return decodeMediaNames(fromUtf8(packed))
  const list = packed.length === 0 ? packed : unzstd(packed, longestList, 'The list of media')
  const entries = (readMessage(list).get(1) ?? []).flatMap((value) => (typeof value === 'number' ? [] : [value]))
  return new Map(entries.map((entry, i) => [fromUtf8(bytesIn(readMessage(entry), 1) ?? new Uint8Array()), String(i)]))
}

/** The media of a package: their names at once, their bytes on request and within limits. */
export const readMedia = (
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  modern: boolean,
  limits: ArchiveLimits,
): Pick<OpenedPackage, 'media' | 'readMedia'> => {
  const list = entries.get('media')
  if (list !== undefined && list.size > longestList)
    throw refused('too-large', `The list of media has ${inMib(list.size)}.`, 'Export without media.')
  const packed = list === undefined ? undefined : readEntries(bytes, new Set(['media'])).get('media')
  const names = new Map(
    [...(packed === undefined ? [] : namesOf(packed, modern))].map(([name, entry]) => [name.normalize('NFC'), entry]),
  )
  for (const name of names.keys())
    if (unsafe(name))
      throw refused(
        'unsafe-name',
        `The file name "${name.slice(0, 80)}" leads out of the package.`,
        'Do not trust where this package came from.',
      )
  return {
    media: new Set(names.keys()),
    readMedia: (wanted) => {
      const tooLarge: string[] = []
      const chosen = new Map<string, string>()
      let total = 0
      for (const name of wanted) {
        const entry = entries.get(names.get(name) ?? '')
        if (entry === undefined) continue
        total += entry.size
        if (entry.size > limits.medium || total > limits.media) {
          total -= entry.size
          tooLarge.push(name)
        } else chosen.set(name, entry.name)
      }
      const found = readEntries(bytes, new Set(chosen.values()))
      const files = new Map<string, Uint8Array>()
      let unpacked = 0
      for (const [name, entry] of chosen) {
        const raw = found.get(entry)
        if (raw === undefined) continue
        const data = modern ? unzstd(raw, limits.medium, `The file "${name}"`) : raw
        unpacked += data.length
        if (unpacked > limits.media) tooLarge.push(name)
        else files.set(name, data)
      }
      return { files, tooLarge }
    },
  }
}
