import { accepts, isWhole, type Precision } from './precision'

/** -0 and what rounds to it are written as 0. */
const unsigned = (text: string): string => (/^-[0.]*(?:e.*)?$/.test(text) ? text.slice(1) : text)

/** A displayed number: fixed decimals, or as JavaScript prints it where the author wrote it (`null`). ASCII minus. */
export const writeNumber = (value: number, decimals: number | null): string =>
  unsigned(decimals === null ? String(value) : value.toFixed(decimals))

/** To so many significant digits, without trailing zeros. */
export const writeSignificant = (value: number, digits: number): string =>
  unsigned(String(Number(value.toPrecision(digits))))

const stepDigits = 4
/** From here on a number is written with an exponent, not digit by digit. */
const long = 1e9

/** An intermediate number: 4 significant digits, but no digit before the point is rounded away: 73728, not 73730. */
export const writeStep = (value: number): string => {
  const size = Math.abs(value)
  return size >= 10 ** (stepDigits - 1) && size < long
    ? unsigned(value.toFixed(0))
    : writeSignificant(value, stepDigits)
}

/** As the key should have been written at the asked precision; for a free one, the shortest writing that is accepted. */
export const writeKey = (asked: Precision, key: number): string => {
  switch (asked.precision.kind) {
    case 'decimals':
      return writeNumber(key, asked.precision.decimals)
    case 'integer':
      return isWhole(key) ? writeNumber(Math.round(key), 0) : writeNumber(key, 2)
    case 'free': {
      for (let digits = 4; digits < 17; digits++) {
        const text = writeSignificant(key, digits)
        if (accepts(asked, Number(text), key)) return text
      }
      return unsigned(String(key))
    }
  }
}

/** For the screen: a true minus sign (U+2212), which lines up with plus and digits. */
export const withMinus = (text: string): string => text.replaceAll('-', '\u2212')
