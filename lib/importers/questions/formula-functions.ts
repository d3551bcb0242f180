/** A function of another program as an expression of ours; null for a number of arguments it does not take. */
export type Translate = (args: readonly string[]) => string | null

const one =
  (write: (x: string) => string): Translate =>
  (args) => {
    const [x] = args
    return x === undefined || args.length !== 1 ? null : write(x)
  }
const same = (name: string): Translate => one((x) => `${name}(${x})`)
const two =
  (write: (a: string, b: string) => string): Translate =>
  (args) => {
    const [a, b] = args
    return a === undefined || b === undefined || args.length !== 2 ? null : write(a, b)
  }
const chain =
  (name: string): Translate =>
  (args) =>
    args.length === 0 ? null : args.reduce((all, arg) => `${name}(${all}, ${arg})`)

const pi = String(Math.PI)

const shared: readonly (readonly [string, Translate])[] = [
  ['abs', same('abs')],
  ['ceil', same('ceil')],
  ['floor', same('floor')],
  ['exp', same('exp')],
  ['sqrt', same('sqrt')],
  ['sin', same('sin')],
  ['cos', same('cos')],
  ['tan', one((x) => `(sin(${x}) / cos(${x}))`)],
  ['tanh', same('tanh')],
  ['sinh', one((x) => `((exp(${x}) - exp(-(${x}))) / 2)`)],
  ['cosh', one((x) => `((exp(${x}) + exp(-(${x}))) / 2)`)],
  ['ln', same('log')],
  ['log10', one((x) => `(log(${x}) / log(10))`)],
  ['log1p', one((x) => `log(1 + ${x})`)],
  ['log2', one((x) => `(log(${x}) / log(2))`)],
  ['expm1', one((x) => `(exp(${x}) - 1)`)],
  ['round', same('round')],
  ['pow', two((a, b) => `((${a}) ^ (${b}))`)],
  ['fmod', two((a, b) => `mod(${a}, ${b})`)],
  ['max', chain('maximum')],
  ['min', chain('minimum')],
  ['deg2rad', one((x) => `((${x}) * ${pi} / 180)`)],
  ['rad2deg', one((x) => `((${x}) * 180 / ${pi})`)],
  ['pi', (args) => (args.length === 0 ? pi : null)],
]

/** One argument is the natural logarithm where PHP computes, the one to base 10 where Canvas does; two name the base. */
const logarithm =
  (base: 'e' | '10'): Translate =>
  (args) => {
    const [x, of] = args
    if (x === undefined || args.length > 2) return null
    if (of !== undefined) return `(log(${x}) / log(${of}))`
    return base === 'e' ? `log(${x})` : `(log(${x}) / log(10))`
  }

export const formulaFunctions = {
  moodle: new Map<string, Translate>([...shared, ['log', logarithm('e')]]),
  canvas: new Map<string, Translate>([...shared, ['log', logarithm('10')]]),
} as const

export const formulaConstants: ReadonlyMap<string, string> = new Map([
  ['pi', pi],
  ['e', String(Math.E)],
])
