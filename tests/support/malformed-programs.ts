import { makeRng } from '@/lib/core/rng'

const names = [
  'x',
  'y',
  'A',
  'loss',
  'n',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'globalThis',
  'walk',
]
const functions = ['sum', 'max', 'relu', 'grad', 'numgrad', 'stop', 'reshape', 'concat', 'gather', 'conv2d', 'eigvals']
const signs = [
  '+',
  '-',
  '*',
  '/',
  '@',
  '^',
  '<',
  '<=',
  '==',
  '!=',
  '=',
  '**',
  '!',
  '.',
  ';',
  '，',
  '−',
  '"',
  "'",
  '#',
  ': ',
]
const keys = [
  'given',
  'steps',
  'ask',
  'require',
  'mistakes',
  'prompt',
  'id',
  'concepts',
  'stpes',
  '__proto__',
  'toString',
]
const forms = ['value', 'uniform', 'normal', 'integer', 'index', 'choice', 'bernoulli', 'shape', 'decimals', 'distinct']

const calls: readonly (readonly [name: string, least: number, most: number])[] = [
  ...['exp', 'log', 'sqrt', 'abs', 'square', 'relu', 'sigmoid', 'sum', 'mean', 'max', 'argmax', 'std', 'norm', 'prod'],
  ...['softmax', 'logsumexp', 'transpose', 'trace', 'diag', 'inverse', 'eigvals', 'cumsum', 'sort', 'shape', 'stop'],
].map((name) => [name, 1, 2] as const)
const pairs: typeof calls = [
  ...['mod', 'maximum', 'minimum', 'dot', 'outer', 'matmul', 'solve', 'reshape', 'flip', 'pad', 'onehot', 'gather'],
  ...['conv2d', 'conv2d_transpose', 'max_pool2d', 'avg_pool2d', 'concat', 'stack', 'grad', 'numgrad', 'where', 'clip'],
].map((name) => [name, 1, 4] as const)

/** A well-formed program whose operations rarely fit their operands. Some of these run. */
const misusedProgram = (number: number): string => {
  const rng = makeRng('misused program', number)
  const pick = <T>(list: readonly T[]): T => list[rng.integer(0, list.length - 1)] as T
  const defined = ['x', 'A', 'y', 'n', 'K']
  const expression = (depth: number): string => {
    if (depth <= 0) return pick([...defined, ...defined, '0', '1', '2', '0.5', '-1', '1e200', 'none'])
    const inner = () => expression(depth - 1 - rng.integer(0, 1))
    const [name, least, most] = pick([...calls, ...pairs])
    return pick([
      () => `(${inner()} ${pick(['+', '-', '*', '/', '@', '^', '<', '=='])} ${inner()})`,
      () => `${name}(${Array.from({ length: rng.integer(least, most) }, inner).join(', ')})`,
      () => `${name}(${inner()}, axis=${pick(['0', '1', '-1', '5', 'n', '[0, 1]', 'y'])})`,
      () => `${inner()}[${pick(['0', '-1', '7', 'y', ':', '1:', ':n', '0, 0', ':, 0', inner()])}]`,
      () => `[${inner()}, ${inner()}]`,
      () => `grad(sum(${inner()}), ${pick(defined)})`,
    ])()
  }
  const steps = Array.from({ length: rng.integer(1, 4) }, (_, i) => {
    const text = JSON.stringify(expression(rng.integer(1, 4)))
    defined.push(`s${i}`)
    const body = JSON.stringify(expression(2))
    return rng.integer(0, 5) > 0
      ? `  s${i}: ${text}`
      : `  r${i}: { repeat: { times: ${pick(['2', '64', 'n', '65', 'x'])}, index: t, carry: { s${i}: ${text} }, steps: { s${i}: ${body} } } }`
  })
  const given = '{ x: [1, -2, 3], A: [[1, 2], [3, 4]], y: 1, n: 2, K: [[[[1, 0], [0, 2]]]] }'
  return `given: ${given}\nsteps:\n${steps.join('\n')}\nask: [{ value: s${steps.length - 1} }]`
}

/**
 * A program that is broken somewhere, or wild everywhere: grown from the language's own grammar, then damaged. The same
 * number always gives the same text.
 */
export const malformedProgram = (number: number): string => {
  const rng = makeRng('malformed program', number)
  const pick = <T>(list: readonly T[]): T => list[rng.integer(0, list.length - 1)] as T
  const chance = (percent: number) => rng.integer(1, 100) <= percent
  const many = (least: number, most: number, make: () => string, glue: string) =>
    Array.from({ length: rng.integer(least, most) }, make).join(glue)
  const literal = () => pick(['0', '1', '-2', '3.5', '1e999', '1e-9', '.5', '0x1F', '007', '1_000', '65', '4097'])
  const expression = (depth: number): string => {
    if (depth <= 0) return chance(50) ? pick(names) : literal()
    const inner = () => expression(depth - 1)
    return pick([
      () => `${inner()} ${pick(signs)} ${inner()}`,
      () => `${pick(functions)}(${many(0, 3, inner, ', ')})`,
      () => `${pick(functions)}(${inner()}, ${pick(['axis', 'h', 'shape', '__proto__'])}=${inner()})`,
      () => `${inner()}[${many(0, 3, inner, pick([', ', ':', '::']))}]`,
      () => `(${inner()}${chance(80) ? ')' : ''}`,
      () => `[${many(0, 3, inner, ', ')}${chance(80) ? ']' : ''}`,
      () => `-${inner()}`,
      () => '('.repeat(rng.integer(1, 400)),
    ])()
  }
  const written = () => {
    const text = expression(rng.integer(0, 4))
    return pick([
      text,
      JSON.stringify(text),
      `'${text.replaceAll("'", "''")}'`,
      `>\n    ${text}`,
      literal(),
      '',
      `*${text}`,
    ])
  }
  const loop = () =>
    `{ repeat: { times: ${written()}, carry: { ${pick(names)}: ${written()} }, steps: { ${pick(names)}: ${written()} } } }`
  const given = () =>
    `{ ${many(1, 3, () => `${pick(forms)}: ${pick([written(), `[${literal()}, ${literal()}]`])}`, ', ')} }`
  const section = () => {
    const key = pick(keys)
    if (key === 'ask') return `ask:\n${many(0, 3, () => `  - { value: ${written()}, decimals: ${literal()} }`, '\n')}`
    const value = () => (key === 'given' ? pick([given, written])() : pick([written, written, loop])())
    return `${key}:\n${many(0, 4, () => `  ${pick(names)}: ${value()}`, '\n')}`
  }
  if (chance(40)) return misusedProgram(number)
  const whole = many(1, 6, section, '\n')
  if (chance(40)) return whole
  const at = rng.integer(0, whole.length)
  return pick([
    () => whole.slice(0, at),
    () =>
      whole.slice(0, at) +
      pick([...signs, '\t', '{', '}', '[', ']', '&a ', '*a', '!!js ', '\n---\n']) +
      whole.slice(at),
    () => `- ${whole.replaceAll('\n', '\n  ')}\n- ${whole.slice(0, at)}`,
    () => `${'- '.repeat(rng.integer(1, 3000))}${whole}`,
    () => `${'['.repeat(rng.integer(1, 3000))}${whole}`,
    () => whole.replaceAll('x', '\u{1F600}'),
  ])()
}
