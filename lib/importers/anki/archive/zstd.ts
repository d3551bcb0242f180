import { Decompress } from 'fzstd'
import { inMib } from './limits'
import { refused } from './refusal'

/** zstd's own limit for what a reader should hold at once. */
const largestWindow = 128 * 1024 * 1024

const damaged = () =>
  refused('damaged', 'A compressed part of the package is damaged or cut off.', 'Export it from Anki again.')

/** Bytes a frame asks its reader to hold, from its first bytes; 0 for one that says the size of its content instead. */
const windowOf = (frame: Uint8Array): number => {
  const descriptor = frame[4] ?? 0
  if ((descriptor & 0x20) !== 0) return 0
  const byte = frame[5] ?? 0
  const base = 2 ** (10 + (byte >> 3))
  return base + (base / 8) * (byte & 7)
}

const isFrame = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd

/** Size of the content a single-segment frame announces; it is held whole. */
const announced = (frame: Uint8Array): number => {
  const descriptor = frame[4] ?? 0
  if ((descriptor & 0x20) === 0) return 0
  const width = [1, 2, 4, 8][descriptor >> 6] ?? 1
  const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0)
  let size = width === 2 ? 256 : 0
  for (let i = 0; i < width; i++) size += (frame[at + i] ?? 0) * 256 ** i
  return size
}

/** Unpacks zstd, at most `most` bytes, a piece at a time: a bomb is stopped where it passes the limit. */
export const unzstd = (bytes: Uint8Array, most: number, what: string): Uint8Array => {
  if (!isFrame(bytes)) throw damaged()
  const tooLarge = () =>
    refused('too-large', `${what} unpacks to more than ${inMib(most)}.`, 'Export one deck at a time, or without media.')
  if (windowOf(bytes) > largestWindow || announced(bytes) > most) throw tooLarge()
  const pieces: Uint8Array[] = []
  let size = 0
  let whole = false
  const stream = new Decompress((piece, final) => {
    size += piece.length
    if (size > most) throw tooLarge()
    if (piece.length > 0) pieces.push(piece.slice())
    whole ||= final === true
  })
  try {
    const step = 64 * 1024
    for (let at = 0; at < bytes.length; at += step)
      stream.push(bytes.subarray(at, at + step), at + step >= bytes.length)
  } catch (error) {
    if (
      error instanceof Error &&
      (Object.hasOwn(error, 'code') || error instanceof RangeError || error instanceof TypeError)
    )
      throw damaged()
    throw error
  }
  if (!whole) throw damaged()
  const all = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
