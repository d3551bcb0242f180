/** What input methods and word processors write for the signs of a number, by the sign they mean. */
const signs: readonly (readonly [meant: string, written: string])[] = [
  ['-', '\u2212\u2010\u2011\u2012\u2013\uff0d\ufe63\u30fc'],
  ['+', '\uff0b'],
  ['.', '\uff0e\u3002\uff61'],
  [',', '\uff0c'],
  ['*', '\u00d7\u00b7\u22c5\u2217\uff0a\u2715'],
  ['/', '\u00f7\uff0f\u2044\u2215'],
  ['(', '\uff08'],
  [')', '\uff09'],
  ['[', '\uff3b'],
  [']', '\uff3d'],
  ['^', '\uff3e'],
  ['%', '\uff05'],
  [';', '\uff1b'],
]

const meantBy: ReadonlyMap<string, string> = new Map(
  signs.flatMap(([meant, written]) => [...written].map((sign) => [sign, meant] as const)),
)

const raised = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'

const fullWidth = (unit: number): boolean =>
  (unit >= 0xff10 && unit <= 0xff19) || (unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a)

/** Digits, letters and signs as ASCII: full-width forms, minus signs, `×`, raised exponents (`10⁻³` becomes `10^-3`). */
export const plainText = (typed: string): string =>
  typed
    .replace(
      /[\u207a\u207b]?[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+/g,
      (exponent) =>
        `^${[...exponent].map((sign) => (sign === '\u207b' ? '-' : sign === '\u207a' ? '' : raised.indexOf(sign))).join('')}`,
    )
    .replace(/[^\u0020-\u007e\n\t\r]/g, (sign) => {
      const meant = meantBy.get(sign)
      if (meant !== undefined) return meant
      const unit = sign.charCodeAt(0)
      if (fullWidth(unit)) return String.fromCharCode(unit - 0xfee0)
      if (/\s/.test(sign)) return ' '
      if (sign === '\u221a') return ' sqrt '
      return sign === '\u03c0' ? ' pi ' : sign
    })
