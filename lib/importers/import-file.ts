import { ok, type Result, refuse } from '@/lib/core/result'
import { settle } from './draft/settle'
import type { Glimpse, Import, Importer } from './importer'
import { importLimits, inMib } from './limits'
import { importers } from './list'
import { type FileRefusal, Refused, refusal } from './reasons'
import { decodeBytes } from './text/decode-bytes'
import { isZip, openZip } from './zip/open-zip'

const glimpseBytes = 64 * 1024

const glimpse = (bytes: Uint8Array): Result<Glimpse, FileRefusal> => {
  if (isZip(bytes)) {
    const zip = openZip(bytes)
    return zip.ok ? ok({ head: '', entries: zip.value.names }) : zip
  }
  // A character may be cut in two at the end; a few bytes less may not.
  for (let end = Math.min(bytes.length, glimpseBytes), tries = 0; tries < 4; end--, tries++) {
    const head = decodeBytes(bytes.subarray(0, end))
    if (head.ok) return ok({ head: head.value, entries: [] })
  }
  return refuse(refusal('not-text'))
}

/** The importer for a file: by what is in it, else by its ending where only one answers to that. */
const detect = (bytes: Uint8Array, file: string): Result<Importer, FileRefusal> => {
  if (bytes.length > importLimits.file)
    return refuse(refusal('too-large', `${inMib(bytes.length)} > ${inMib(importLimits.file)}`))
  const seen = glimpse(bytes)
  if (!seen.ok) return seen
  const fitting = importers.find((importer) => importer.fits(seen.value))
  if (fitting !== undefined) return ok(fitting)
  const ending = importers.filter(({ endings }) => endings.some((one) => file.toLowerCase().endsWith(one)))
  const [only, second] = ending
  return only !== undefined && second === undefined ? ok(only) : refuse(refusal('unknown-format'))
}

/**
 * A dry run of an import: what each row of a file would become, with what is lost and why. Pure: nothing is kept, and the same file gives
 * the same cards under the same ids. Without an importer the content decides.
 */
export const importFile = (bytes: Uint8Array, file: string, importer?: Importer): Result<Import, FileRefusal> => {
  try {
    const chosen = importer === undefined ? detect(bytes, file) : ok(importer)
    if (!chosen.ok) return chosen
    const draft = chosen.value.read(bytes, file)
    return draft.ok ? ok(settle(draft.value, chosen.value.name, file)) : draft
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}
