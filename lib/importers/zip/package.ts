import { ok, type Result, refuse } from '@/lib/core/result'
import { importLimits } from '../limits'
import { type FileRefusal, Refused, refusal } from '../reasons'
import { decodeBytes } from '../text/decode-bytes'
import type { Element } from '../xml/element'
import { parseXml } from '../xml/parse-xml'
import { isZip, type OpenedZip, openZip } from './open-zip'

export interface Document {
  /** Path in the archive; null for a file by itself. */
  readonly entry: string | null
  readonly root: Element
}

export interface DocumentPackage {
  readonly documents: readonly Document[]
  /** Pictures by their paths and by the ends of these. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

const picture = /\.(?:svg|png|jpe?g|webp|avif|gif)$/i

const picturesIn = (zip: OpenedZip): ReadonlyMap<string, Uint8Array> => {
  const found = new Map<string, Uint8Array>()
  let room: number = importLimits.pictures
  for (const name of zip.names) {
    const data = picture.test(name) ? zip.read(name) : null
    if (data === null || data.length > room) continue
    room -= data.length
    // Texts name a picture from their own folder, from a folder of media, or from the root: the end of its path is enough.
    const parts = name.normalize('NFC').split('/')
    for (let i = 0; i < parts.length; i++) {
      const end = parts.slice(i).join('/')
      if (!found.has(end)) found.set(end, data)
    }
  }
  return found
}

const documentsIn = (zip: OpenedZip, isRoot: RegExp): Result<readonly Document[], FileRefusal> => {
  const documents: Document[] = []
  for (const entry of zip.names.filter((name) => /\.(?:xml|qti)$/i.test(name))) {
    const bytes = zip.read(entry)
    if (bytes === null) continue
    const text = decodeBytes(bytes)
    if (!text.ok || !isRoot.test(text.value.slice(0, 8_192))) continue
    const parsed = parseXml(text.value)
    if (!parsed.ok) return refuse({ ...parsed.error, detail: `${entry}: ${parsed.error.detail}` })
    documents.push({ entry, root: parsed.value })
  }
  return ok(documents)
}

/** Documents of a package, or the one a file is by itself. `isRoot` knows the root's tag by its beginning. */
export const openDocuments = (bytes: Uint8Array, isRoot: RegExp): Result<DocumentPackage, FileRefusal> => {
  if (!isZip(bytes)) {
    const text = decodeBytes(bytes)
    if (!text.ok) return text
    const parsed = parseXml(text.value)
    return parsed.ok ? ok({ documents: [{ entry: null, root: parsed.value }], pictures: new Map() }) : parsed
  }
  const zip = openZip(bytes)
  if (!zip.ok) return zip
  try {
    const documents = documentsIn(zip.value, isRoot)
    if (!documents.ok) return documents
    if (documents.value.length === 0) return refuse(refusal('other-format'))
    return ok({ documents: documents.value, pictures: picturesIn(zip.value) })
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}
