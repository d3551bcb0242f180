const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Map([...signs].map((sign, i) => [sign.charCodeAt(0), i]))

/** Bytes of Base64; null where something else stands in it. Blanks and line breaks are passed over. */
export const fromBase64 = (text: string): Uint8Array | null => {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4))
  let [length, bits, held] = [0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 61 || code <= 32) continue
    const value = values.get(code)
    if (value === undefined) return null
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length++] = (held >> bits) & 255
  }
  return bytes.slice(0, length)
}
