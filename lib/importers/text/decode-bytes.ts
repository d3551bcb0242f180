import { ok, type Result, refuse } from '@/lib/core/result'
import { importLimits, inMib } from '../limits'
import { type FileRefusal, refusal } from '../reasons'
import { fromLatin1, fromUtf8 } from '../zip/open-zip'

/**
 * Bytes of a text file: UTF-8 with or without a mark, UTF-16 with one, and what XML says of itself in Latin-1. Line breaks become `\n`; the signs that stand for
 * something while texts are set, which nobody types, are dropped.
 */
export const decodeBytes = (bytes: Uint8Array): Result<string, FileRefusal> => {
  if (bytes.length > importLimits.file)
    return refuse(refusal('too-large', `${inMib(bytes.length)} > ${inMib(importLimits.file)}`))
  const text = textOf(bytes)
  if (text === null || /(?![\t\n\f\r])\p{Cc}/u.test(text.slice(0, 4096))) return refuse(refusal('not-text'))
  return ok(text.replace(/\r\n?/g, '\n').replace(/[\ue000-\ue01f]/g, ''))
}

const utf16 = (bytes: Uint8Array, little: boolean): string => {
  const parts: string[] = []
  for (let at = 2; at + 1 < bytes.length; at += 2 * 8192) {
    const units: number[] = []
    for (let i = at; i + 1 < bytes.length && i < at + 2 * 8192; i += 2) {
      const [first = 0, second = 0] = [bytes[i], bytes[i + 1]]
      units.push(little ? first | (second << 8) : (first << 8) | second)
    }
    parts.push(String.fromCharCode(...units))
  }
  return parts.join('')
}

const textOf = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, true)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, false)
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const text = fromUtf8(bytes.subarray(start))
  if (!text.includes('\ufffd')) return text
  return declaresLatin.test(fromLatin1(bytes.subarray(start, start + 200))) ? latin(bytes.subarray(start)) : null
}

const declaresLatin = /^<\?xml[^>]*encoding\s*=\s*["'](?:iso-8859-1|latin-?1|windows-1252|us-ascii)["']/i

/** What Windows puts where Latin-1 has signs that nobody types, from 0x80; programs that say Latin-1 mean this. */
const windows = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'

const latin = (bytes: Uint8Array): string =>
  fromLatin1(bytes).replace(/[\u0080-\u009f]/g, (sign) => windows[sign.charCodeAt(0) - 0x80] ?? '\ufffd')
