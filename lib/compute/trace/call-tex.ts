/** A formula piece and whether it needs brackets beside other factors. */
type Write = (args: readonly string[]) => string

const brackets = (inner: string): string => `\\left(${inner}\\right)`
const call =
  (name: string): Write =>
  (args) =>
    `${name}${brackets(args.join(',\\, '))}`

const first = (args: readonly string[]): string => args[0] ?? ''
const rest = (args: readonly string[]): string => args.slice(1).join(',\\, ')

/** A function with a name of its own in mathematics; further arguments (an axis) go below it. */
const named =
  (name: string): Write =>
  (args) =>
    `${name}${args.length > 1 ? `_{${rest(args)}}` : ''}${brackets(first(args))}`

/** How the course writes a function; every other one is its name and its arguments. */
const written: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['exp', (args) => `e^{${first(args)}}`],
  ['log', named('\\log')],
  ['sqrt', (args) => `\\sqrt{${first(args)}}`],
  ['abs', (args) => `\\left|${first(args)}\\right|`],
  ['square', (args) => `${brackets(first(args))}^2`],
  ['sin', named('\\sin')],
  ['cos', named('\\cos')],
  ['tanh', named('\\tanh')],
  ['sigmoid', named('\\sigma')],
  ['floor', (args) => `\\left\\lfloor ${first(args)} \\right\\rfloor`],
  ['ceil', (args) => `\\left\\lceil ${first(args)} \\right\\rceil`],
  ['relu', (args) => `\\max\\left(0,\\, ${first(args)}\\right)`],
  ['maximum', call('\\max')],
  ['minimum', call('\\min')],
  ['max', named('\\max')],
  ['min', named('\\min')],
  ['sum', (args) => `\\sum${args.length > 1 ? `_{${rest(args)}}` : ''} ${first(args)}`],
  ['prod', (args) => `\\prod${args.length > 1 ? `_{${rest(args)}}` : ''} ${first(args)}`],
  ['norm', (args) => `\\left\\lVert ${first(args)} \\right\\rVert`],
  ['transpose', (args) => (args.length > 1 ? call('\\operatorname{transpose}')(args) : `{${first(args)}}^{\\top}`)],
  ['inverse', (args) => `{${first(args)}}^{-1}`],
  ['dot', (args) => `${first(args)} \\cdot ${rest(args)}`],
  ['matmul', (args) => `${first(args)}\\, ${rest(args)}`],
  ['outer', (args) => `${first(args)} \\otimes ${rest(args)}`],
  ['onehot', (args) => `\\mathbf{1}_{${first(args)}}`],
  ['grad', (args) => `\\frac{\\partial ${first(args)}}{\\partial ${args[1] ?? ''}}`],
  ['eye', (args) => `I_{${first(args)}}`],
])

/** Functions whose argument carries its own brackets or stands in a place of its own, so a sum inside needs none. */
const enclosing = new Set(
  'exp sqrt abs floor ceil relu norm grad log sin cos tanh sigmoid square maximum minimum max min onehot eye'.split(
    ' ',
  ),
)

export const encloses = (name: string): boolean => enclosing.has(name) || !written.has(name)

/** A call as LaTeX, its arguments already written. */
export const callTex = (name: string, args: readonly string[]): string =>
  (written.get(name) ?? call(`\\operatorname{${name.replaceAll('_', '\\_')}}`))(args)
