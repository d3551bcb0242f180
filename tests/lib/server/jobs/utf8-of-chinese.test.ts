import { describe, expect, it } from 'vitest'
import { utf8OfChinese } from '@/lib/server/jobs/utf8-of-chinese'

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const text = (read: Uint8Array | null) => (read === null ? null : new TextDecoder().decode(read))

/** 正面,背面 and below it 什么是损失？,一个数 as Windows saves it. */
const table = bytes('d5fdc3e62cb1b3c3e60d0acab2c3b4cac7cbf0caa7a3bf2cd2bbb8f6cafd0d0a')

describe('a table in the encoding of Chinese spreadsheets', () => {
  it('is read as what it says', () => {
    expect(text(utf8OfChinese(table))).toBe('正面,背面\r\n什么是损失？,一个数\r\n')
  })

  it('is told from other bytes that are no UTF-8', () => {
    expect(utf8OfChinese(bytes('636166e92c6e61ef7665')), 'French in Latin-1').toBeNull()
    expect(utf8OfChinese(bytes('8384858687888990919293949596979899')), 'noise').toBeNull()
    expect(utf8OfChinese(bytes('c328')), 'a broken sign').toBeNull()
    expect(utf8OfChinese(new Uint8Array())).toBeNull()
  })
})
