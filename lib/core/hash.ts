const constants = [597399067, 2869860233, 951274213, 2716044179] as const

/**
 * Four 32-bit words from a string's UTF-16 units. Same on every platform; not cryptographic: it names revisions and
 * seeds random streams, it never protects anything.
 */
export const hashWords = (text: string): [number, number, number, number] => {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = b ^ Math.imul(a ^ unit, constants[0])
    b = c ^ Math.imul(b ^ unit, constants[1])
    c = d ^ Math.imul(c ^ unit, constants[2])
    d = a ^ Math.imul(d ^ unit, constants[3])
  }
  a = Math.imul(c ^ (a >>> 18), constants[0])
  b = Math.imul(d ^ (b >>> 22), constants[1])
  c = Math.imul(a ^ (c >>> 17), constants[2])
  d = Math.imul(b ^ (d >>> 19), constants[3])
  const mix = a ^ b ^ c ^ d
  return [mix >>> 0, (b ^ mix) >>> 0, (c ^ mix) >>> 0, (d ^ mix) >>> 0]
}

/** 32 hexadecimal digits naming a text, used as the revision of a card and the version of a deck. */
export const hashText = (text: string): string =>
  hashWords(text)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('')
