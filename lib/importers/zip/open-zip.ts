import { strFromU8, unzipSync } from 'fflate'
import { ok, type Result, refuse } from '@/lib/core/result'
import { importLimits, inMib } from '../limits'
import { type FileRefusal, Refused, refusal } from '../reasons'

export interface OpenedZip {
  /** Paths of its files, without folders. */
  readonly names: readonly string[]
  /** Bytes of one file, unpacked within limits; null where it is not there. */
  readonly read: (name: string) => Uint8Array | null
}

/** What leads out of an archive: up, to a root, to a drive, or through a sign that some system reads as a way. */
const leadsOut = (name: string): boolean =>
  name === '' || /(?:^|\/)\.\.?(?:\/|$)|^\/|\\|\p{Cc}|^[a-z]:/iu.test(name) || name.length > 500

interface Entry {
  readonly name: string
  readonly size: number
  readonly originalSize: number
}

/** The library throws its own errors with a code, and RangeErrors and TypeErrors on wild offsets. */
const isDamage = (error: unknown): boolean =>
  error instanceof Error && (Object.hasOwn(error, 'code') || error instanceof RangeError || error instanceof TypeError)

const unpack = (bytes: Uint8Array, filter: (entry: Entry) => boolean): Record<string, Uint8Array> => {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (isDamage(error)) throw new Refused(refusal('not-a-zip'))
    throw error
  }
}

/** More unpacked bytes than packed ones by this factor is no document and no picture. */
const mostRatio = 200
const worthLooking = 1024 * 1024

/** Looks at every entry's name and size before anything is unpacked. No more is ever written than the directory says. */
const lookThrough = (bytes: Uint8Array): ReadonlyMap<string, Entry> => {
  const entries = new Map<string, Entry>()
  let total = 0
  unpack(bytes, (entry) => {
    const { name, size, originalSize } = entry
    if (leadsOut(name)) throw new Refused(refusal('unsafe-name', name.slice(0, 120)))
    if (name.endsWith('/')) return false
    if (entries.has(name)) throw new Refused(refusal('not-a-zip', name.slice(0, 120)))
    total += originalSize
    if (entries.size >= importLimits.entries) throw new Refused(refusal('bomb', `> ${importLimits.entries}`))
    if (originalSize > importLimits.entry || total > importLimits.unpacked)
      throw new Refused(refusal('bomb', `${name.slice(0, 80)}: ${inMib(originalSize)}`))
    if (originalSize > worthLooking && originalSize > size * mostRatio)
      throw new Refused(refusal('bomb', `${name.slice(0, 80)}: ${inMib(originalSize)}`))
    entries.set(name, entry)
    return false
  })
  return entries
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Opens an archive that may come from anybody. */
export const openZip = (bytes: Uint8Array): Result<OpenedZip, FileRefusal> => {
  if (bytes.length > importLimits.file)
    return refuse(refusal('too-large', `${inMib(bytes.length)} > ${inMib(importLimits.file)}`))
  if (!isZip(bytes)) return refuse(refusal('not-a-zip'))
  try {
    const entries = lookThrough(bytes)
    return ok({
      names: [...entries.keys()],
      read: (name) => (entries.has(name) ? (unpack(bytes, (entry) => entry.name === name)[name] ?? null) : null),
    })
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}

/** UTF-8 to text; what is no UTF-8 becomes U+FFFD. */
export const fromUtf8 = (bytes: Uint8Array): string => strFromU8(bytes)

/** One character a byte, for looking at bytes with patterns. */
export const fromLatin1 = (bytes: Uint8Array): string => strFromU8(bytes, true)
