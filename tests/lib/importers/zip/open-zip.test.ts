import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importLimits } from '@/lib/importers/limits'
import { openZip } from '@/lib/importers/zip/open-zip'

const pack = (files: Record<string, Uint8Array>) => zipSync(files)

/** The directory's last size of the first entry, changed: what a liar writes. */
const withSize = (bytes: Uint8Array, size: number): Uint8Array => {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 < copy.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
  }
  return copy
}

describe('archives from anybody', () => {
  it('open with the names of their files, and unpack one at a time', () => {
    const zip = openZip(pack({ 'a/b.xml': strToU8('<q/>'), 'c.png': strToU8('x') }))
    if (!zip.ok) throw new Error(zip.error.kind)
    expect(zip.value.names).toEqual(['a/b.xml', 'c.png'])
    expect(zip.value.read('a/b.xml')).toEqual(strToU8('<q/>'))
    expect(zip.value.read('none')).toBeNull()
  })

  it.each(['../up.xml', 'a/../../up.xml', '/root.xml', 'C:/root.xml', 'a\\..\\up.xml', 'a\u0000.xml'])(
    'are refused for the name %j, which leads out of them',
    (name) => {
      expect(openZip(pack({ [name]: strToU8('x') }))).toMatchObject({ ok: false, error: { kind: 'unsafe-name' } })
    },
  )

  it('are refused where a file would swell, before it is unpacked', () => {
    const bomb = pack({ 'bomb.xml': new Uint8Array(8 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(20_000)
    expect(openZip(bomb)).toMatchObject({ ok: false, error: { kind: 'bomb' } })
  })

  it('are refused where their files together would swell', () => {
    const part = Uint8Array.from({ length: 200_000 }, (_, i) => (i * i) % 251)
    const files = Object.fromEntries(Array.from({ length: 340 }, (_, i) => [`${i}.xml`, part]))
    expect(openZip(pack(files))).toMatchObject({ ok: false, error: { kind: 'bomb' } })
  })

  it('are refused with more files than any question bank has', () => {
    const files = Object.fromEntries(Array.from({ length: importLimits.entries + 1 }, (_, i) => [`${i}`, strToU8('')]))
    expect(openZip(pack(files))).toMatchObject({ ok: false, error: { kind: 'bomb' } })
  })

  it('never unpack more than their directory says', () => {
    const zip = openZip(withSize(pack({ 'a.xml': new Uint8Array(900_000) }), 10))
    if (!zip.ok) throw new Error(zip.error.kind)
    let size = 0
    try {
      size = zip.value.read('a.xml')?.length ?? 0
    } catch (error) {
      expect(error).toMatchObject({ refusal: { kind: 'not-a-zip' } })
    }
    expect(size).toBeLessThanOrEqual(10)
  })

  it('are refused when they are cut off, too large, or none', () => {
    const whole = pack({ 'a.xml': strToU8('<q/>') })
    expect(openZip(whole.subarray(0, 30))).toMatchObject({ error: { kind: 'not-a-zip' } })
    expect(openZip(strToU8('text'))).toMatchObject({ error: { kind: 'not-a-zip' } })
    expect(openZip(new Uint8Array(importLimits.file + 1))).toMatchObject({ error: { kind: 'too-large' } })
  })
})
