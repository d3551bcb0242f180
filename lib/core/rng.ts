import { hashWords } from './hash'

export interface Rng {
  /** A whole number, uniform in 0 ..= 2^32 - 1. */
  uint32(): number
  /** A whole number, uniform in low ..= high (both included, span below 2^32). */
  integer(low: number, high: number): number
}

/** sfc32 (Doty-Humphrey) on a named stream: the same parts give the same numbers on every platform, for ever. */
export const makeRng = (...parts: readonly (string | number)[]): Rng => {
  let [a, b, c, counter] = hashWords(parts.join('\u0000'))
  const uint32 = () => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + result
    return result >>> 0
  }
  for (let i = 0; i < 12; i++) uint32()
  const integer = (low: number, high: number) => {
    const span = high - low + 1
    if (!(span >= 1 && span <= 2 ** 32)) throw new Error(`integer(${low}, ${high}) has no values`)
    const limit = 2 ** 32 - (2 ** 32 % span)
    for (;;) {
      const draw = uint32()
      if (draw < limit) return low + (draw % span)
    }
  }
  return { uint32, integer }
}
