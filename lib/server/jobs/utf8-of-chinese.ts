import 'server-only'

/** Pairs of the signs that Chinese texts are written in, as GB 2312 has them; its punctuation and full-width forms too. */
const isPair = (first: number, second: number): boolean =>
  ((first >= 0xb0 && first <= 0xf7) || (first >= 0xa1 && first <= 0xa3)) && second >= 0xa1 && second <= 0xfe

/**
 * A text that is no UTF-8 and is nearly all Chinese in the encoding that spreadsheets on Windows save, as UTF-8; null for any other. A few signs
 * beyond the common ones do no harm, and European letters in another encoding hardly ever stand in such pairs.
 */
export const utf8OfChinese = (bytes: Uint8Array): Uint8Array | null => {
  let [pairs, strangers] = [0, 0]
  for (let i = 0; i < bytes.length; i++) {
    const first = bytes[i] ?? 0
    if (first < 0x80) continue
    if (isPair(first, bytes[i + 1] ?? 0)) pairs++
    else strangers++
    i++
  }
  if (pairs < 2 || strangers > pairs / 20) return null
  try {
    return new TextEncoder().encode(new TextDecoder('gb18030', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
