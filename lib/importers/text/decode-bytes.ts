import { ok, type Result, refuse } from '@/lib/core/result'
import { importLimits, inMib } from '../limits'
import { type FileRefusal, refusal } from '../reasons'
import { fromUtf8 } from '../zip/open-zip'

/**
 * Bytes of a text file: UTF-8 with or without a mark, UTF-16 with one. Line breaks become `\n`; the signs that stand for
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
  return text.includes('\ufffd') ? null : text
}
