import 'server-only'
import { type Result, refuse } from '@/lib/core/result'
import { beginsAsSvg } from '@/lib/importers/draft/svg-head'
import type { Database } from '../../db/client'
import { figureType } from '../../figure-response'
import { heldBy } from './access'
import type { Author } from './bank'
import { changeDraft, type DraftRefusal } from './draft'

/** More is a photograph straight from a camera: every learner's device would have to keep it. */
export const mostFigureBytes = 4 * 1024 * 1024

const ascii = (data: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...data.subarray(from, Math.min(to, data.length)))

/** How the bytes of each kind begin, so that nothing else is kept under the name of a picture. */
const beginnings: ReadonlyMap<string, (data: Uint8Array) => boolean> = new Map([
  ['image/svg+xml', (data) => beginsAsSvg(ascii(data, 0, 4096))],
  ['image/png', (data) => ascii(data, 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', (data) => ascii(data, 0, 3) === '\xff\xd8\xff'],
  ['image/gif', (data) => /^GIF8[79]a/.test(ascii(data, 0, 6))],
  ['image/webp', (data) => ascii(data, 0, 4) === 'RIFF' && ascii(data, 8, 12) === 'WEBP'],
  ['image/avif', (data) => ascii(data, 4, 8) === 'ftyp' && /avi[fs]/.test(ascii(data, 8, 64))],
])

const pathOf = (name: string): string => `figures/${name}`

/** Puts a figure into a draft; the new revision. */
export const writeDraftFigure = async (
  db: Database,
  author: Author,
  bank: { readonly id: string; readonly base: number },
  name: string,
  data: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<Result<number, DraftRefusal | 'not-a-picture'>> => {
  const type = figureType(name)
  if (type === null) return refuse('file-name')
  if (beginnings.get(type)?.(data) !== true) return refuse('not-a-picture')
  return changeDraft(db, author, bank, [{ path: pathOf(name), text: '', data }], now)
}

/** A figure of a draft that somebody may read; null where there is none. */
export const readDraftFigure = async (
  db: Database,
  { id: userId }: Author,
  bankId: string,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const row = await db.bankFile.findFirst({
    where: { bankId, path: pathOf(name), bank: { is: heldBy(userId, 'viewer') } },
    select: { data: true },
  })
  return row?.data ?? null
}
