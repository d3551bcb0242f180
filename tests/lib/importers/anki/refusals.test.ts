import { unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeRng } from '@/lib/core/rng'
import { openPackage } from '@/lib/importers/anki/archive/open-package'
import { Refused } from '@/lib/importers/anki/archive/refusal'
import { unzstd } from '@/lib/importers/anki/archive/zstd'
import type { OpenTables } from '@/lib/importers/anki/collection/tables'
import { importPackage } from '@/lib/importers/anki/import-package'
import {
  type CollectionSpec,
  decoyCollection,
  ground,
  legacyCollection,
  legacyPackage,
  modernPackage,
  tables,
  zstd,
} from '../../../support/anki-package'

const spec: CollectionSpec = { notes: [{ id: 1, fields: ['a', 'b'] }], cards: [{ id: 11, note: 1 }] }
const text = (words: string) => new TextEncoder().encode(words)

describe('a package that cannot be trusted', () => {
  let open: OpenTables
  beforeAll(async () => {
    open = await tables()
  })
  const reasonOf = (bytes: Uint8Array) => {
    const result = importPackage(bytes, open, ground)
    if (result.ok) return 'imported'
    expect(result.error.message).toMatch(/\.$/)
    expect(result.error.hint).toMatch(/\.$/)
    return result.error.reason
  }

  it('is refused when it is no archive or has no collection', () => {
    expect(reasonOf(text('hello'))).toBe('not-a-package')
    expect(reasonOf(new Uint8Array())).toBe('not-a-package')
    expect(reasonOf(zipSync({ 'readme.txt': text('x') }))).toBe('no-collection')
  })

  it('is refused when only the decoy is left', async () => {
    const decoy = await decoyCollection()
    expect(reasonOf(zipSync({ 'collection.anki2': decoy, media: text('{}') }))).toBe('decoy-only')
    expect(reasonOf(zipSync({ meta: new Uint8Array([8, 3]), 'collection.anki2': decoy }))).toBe('decoy-only')
    expect(reasonOf(zipSync({ meta: new Uint8Array([8, 2]), 'collection.anki2': decoy }))).toBe('decoy-only')
  })

  it('is refused when it is newer than this program', async () => {
    const { 'collection.anki2': collection = new Uint8Array() } = unzipSync(await legacyPackage(spec))
    expect(reasonOf(zipSync({ meta: new Uint8Array([8, 4]), 'collection.anki2': collection }))).toBe('too-new')
  })

  it.each(['<', '<a ', '<img ', '<!--', '{{c1::', '\\(', '[$]', '&', '[latex]'])(
    'is read in no time where a field opens "%s" over and over and never closes it',
    async (opening) => {
      const field = opening.repeat(Math.ceil(200_000 / opening.length))
      const bytes = await legacyPackage({
        notes: [
          { id: 1, fields: [`What is ${field}`, 'Back'] },
          { id: 2, model: 2, fields: [`{{c1::A gap}} ${field}`, ''] },
        ],
        cards: [
          { id: 11, note: 1 },
          { id: 21, note: 2 },
        ],
      })
      const began = performance.now()
      reasonOf(bytes)
      expect(performance.now() - began).toBeLessThan(10_000)
    },
    30_000,
  )

  it.each(['../evil', '/etc/passwd', 'a/../../b', '..\\evil', 'C:evil', '..'])(
    'is refused for the entry %s',
    async (name) => {
      const collection = await legacyCollection(spec)
      expect(reasonOf(zipSync({ 'collection.anki2': collection, [name]: text('x') }))).toBe('unsafe-name')
    },
  )

  it.each(['../evil.png', '/a.png', 'x/y.png', '..\\a.png'])('is refused for the medium %s', async (name) => {
    expect(reasonOf(await legacyPackage(spec, { [name]: text('x') }))).toBe('unsafe-name')
    expect(reasonOf(await modernPackage(spec, { [name]: text('x') }))).toBe('unsafe-name')
  })

  it.each([
    ['legacy', legacyPackage],
    ['modern', modernPackage],
  ])('is refused or read, never a crash, when a %s one is cut off or damaged', async (_name, make) => {
    const whole = await make(spec, { 'a.png': text('picture') })
    for (const share of [0.1, 0.5, 0.9, 0.99]) expect(reasonOf(whole.slice(0, whole.length * share))).toBe('damaged')
    const rng = makeRng('damage', 'anki')
    for (let i = 0; i < 60; i++) {
      const damaged = whole.slice()
      for (let n = 0; n < 40; n++) damaged[rng.integer(2, damaged.length)] = rng.integer(0, 256)
      reasonOf(damaged)
    }
  })

  it('is refused when its collection is damaged inside a sound archive', async () => {
    const collection = await legacyCollection(spec)
    expect(reasonOf(zipSync({ 'collection.anki2': collection.slice(0, 5000) }))).toBe('damaged')
    expect(reasonOf(zipSync({ 'collection.anki2': text('SQLite format 3\u0000 and then nothing') }))).toBe('damaged')
    expect(reasonOf(zipSync({ 'collection.anki2': text('no database') }))).toBe('damaged')
  })

  it('is refused before unpacking when it, its collection or what zstd makes of it is too large', async () => {
    const small = { archive: 1e6, entries: 5, collection: 1e5, medium: 1000, media: 2000 }
    const opening = (bytes: Uint8Array) => () => openPackage(bytes, small)
    expect(opening(new Uint8Array(2e6))).toThrow('The package has 2 MiB; at most 1 MiB are read.')
    const bomb = zipSync({ 'collection.anki2': new Uint8Array(5e6) })
    expect(bomb.length).toBeLessThan(20_000)
    expect(opening(bomb)).toThrow('The collection has 5 MiB; at most 1 MiB are read.')
    expect(opening(zipSync(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(i), text('x')]))))).toThrow(
      'The package has more than 5 entries.',
    )
    const packed = zipSync({ meta: new Uint8Array([8, 3]), 'collection.anki21b': zstd(new Uint8Array(90_000)) })
    expect(opening(packed)).toThrow(Refused)
    expect(() => unzstd(zstd(new Uint8Array(3e6)), 1e6, 'The collection')).toThrow('unpacks to more than 1 MiB')
  })

  it('stops a frame that asks for more memory than zstd allows', () => {
    const frame = new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xff, 1, 0, 0])
    expect(() => unzstd(frame, 1e6, 'The collection')).toThrow('unpacks to more than 1 MiB')
  })

  it('leaves out pictures beyond the limits and keeps the card', async () => {
    const bytes = await legacyPackage(
      { notes: [{ id: 1, fields: ['See <img src="big.png">', 'b'] }], cards: [{ id: 11, note: 1 }] },
      { 'big.png': new Uint8Array(9 * 1024 * 1024) },
    )
    const result = importPackage(bytes, open, ground)
    expect(result.ok && result.value.figures).toEqual([])
    expect(result.ok && result.value.report.lossy.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['picture-too-large']),
    )
  })
})
