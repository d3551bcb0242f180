declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type UserId = Id<'UserId'>
export type DeviceId = Id<'DeviceId'>
export type EventId = Id<'EventId'>
export type DeckId = Id<'DeckId'>
export type ClassId = Id<'ClassId'>
/** Authored, stable across edits of the card: `deck/card-id`, e.g. `cs231n/svm-hinge-loss.def`. */
export type CardId = Id<'CardId'>
export type ConceptId = Id<'ConceptId'>

/** Marks a string that came from a trusted place (our database, a decoder) as an id. */
export const asId = <T extends Id<string>>(text: string): T => text as T

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A 26-character sortable id: 10 of time (ms), 16 from 16 random bytes. Random bytes are an argument so that pure code stays pure. */
export const makeId = <T extends Id<string>>(at: number, random: Uint8Array): T => {
  if (random.length < 16) throw new Error(`makeId needs 16 random bytes, got ${random.length}`)
  let time = ''
  for (let left = Math.floor(at), i = 0; i < 10; i++, left = Math.floor(left / 32)) time = alphabet[left % 32] + time
  let tail = ''
  for (const byte of random.subarray(0, 16)) tail += alphabet[byte & 31]
  return (time + tail) as T
}
