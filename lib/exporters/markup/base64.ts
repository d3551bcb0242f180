const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export const toBase64 = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const [first = 0, second = 0, third = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]]
    const bits = (first << 16) | (second << 8) | third
    const left = bytes.length - i
    parts.push(
      (signs[bits >> 18] ?? '') +
        (signs[(bits >> 12) & 63] ?? '') +
        (left > 1 ? (signs[(bits >> 6) & 63] ?? '') : '=') +
        (left > 2 ? (signs[bits & 63] ?? '') : '='),
    )
  }
  return parts.join('')
}
