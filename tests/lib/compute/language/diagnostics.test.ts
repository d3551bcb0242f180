import { describe, expect, it } from 'vitest'
import { readPrograms } from '@/lib/compute/language/read-program'
import { tryProgram } from '../../../support/run-program'

const given = 'given: { x: [1, 2, 3], A: [[1, 2], [3, 4]], n: 2 }\n'

const firstFault = (text: string) => {
  const ran = tryProgram(given + text)
  if ('program' in ran) throw new Error('the program was accepted')
  const [first] = ran
  if (first === undefined) throw new Error('the program was refused without a word')
  return first
}

/** The fault of one step, by column in its expression (from 0). */
const stepFault = (expression: string) => {
  const fault = firstFault(`steps:\n  a: ${expression}\nask: [{ value: a }]`)
  expect(fault.line, 'line of the step').toBe(3)
  return { ...fault, at: fault.column - '  a: '.length - 1 }
}

describe('a step is refused at the token', () => {
  it.each([
    ['x + loss', 4, 'no value called "loss"', ''],
    ['x + a', 4, 'above its definition', 'up'],
    ['x + relu', 4, 'is a function', 'relu(x)'],
    ['x + smu(x)', 4, 'no function "smu"', 'sum'],
    ['x + ln(x)', 4, 'no function "ln"', 'log'],
    ['add(x, x)', 0, 'no function "add"', 'a + b'],
    ['max(x, 0)', 0, 'does not compare two', 'maximum'],
    ['min(x, 0)', 0, 'does not compare two', 'minimum'],
    ['sum(x, axi=0)', 7, 'no argument "axi"', 'axis'],
    ['sum(x, 0, 0, 0)', 13, 'takes 3 arguments', 'sum(x'],
    ['sum(x, 0, axis=0)', 10, 'twice', 'sum(x'],
    ['gather(x)', 0, 'needs an argument "i"', 'gather('],
    ['concat(x, x)', 7, 'joins a list', '[a, b]'],
    ['x + A @ x', 6, '[2, 2] and [3]', ''],
    ['A + x', 2, '[2, 2]', ''],
    ['x[3]', 2, 'out of range', '0 to 2'],
    ['x[-4]', 2, 'out of range', '0 to 2'],
    ['x[0.5]', 2, 'not an integer', 'whole'],
    ['x[x]', 2, 'single number', 'gather'],
    ['x[0, 0]', 5, 'Too many indices', ''],
    ['x[5:]', 2, 'empty', ''],
    ['zeros([n, sum(x)])', 10, 'not known before', 'integer'],
    ['zeros([n, 0.5])', 10, 'not an integer', ''],
    ['ones([5000])', 0, 'too large', 'smaller'],
    ['grad(x, x)', 5, 'shape [3]', 'grad(sum(y * dy), x)'],
    ['grad(sum(x), x + 1)', 13, 'not an expression', 'step'],
    ['grad(sum(eigvals(A + transpose(A))), A)', 0, 'eigvals', 'stop'],
    ['grad(sum(grad(prod(x), x)), x)', 0, 'prod() in "a"', 'numgrad'],
    ['numgrad(sum(x), x, h=0)', 21, 'step h is 0', ''],
    ['1 / (n - 2)', 2, 'division by zero', '0'],
    ['log(x - 1)', 0, 'logarithm', 'above 0'],
    ['exp(1000 * x)', 0, '1.8e308', ''],
    ['(0 - x) ^ 0.5', 8, 'fractional power', ''],
    ['x[n + 1]', 2, 'out of range', ''],
    ['inverse([[1, 2], [2, 4]])', 0, 'singular', ''],
  ])('%s', (expression, at, message, hint) => {
    const fault = stepFault(expression.includes('[') && expression.startsWith('[') ? `"${expression}"` : expression)
    expect(fault.message).toContain(message)
    expect(fault.hint).toContain(hint)
    expect(fault.path).toBe('/steps/a')
    if (expression !== 'x[n + 1]' && expression !== 'x[0, 0]') expect(fault.at, fault.message).toBe(at)
  })
})

describe('a document is refused', () => {
  it.each([
    ['steps: { a: sum(x, axis=0), b: 2 }\nask: [a]', '/steps/a', 2, 13, 'cut at a comma', '"sum(x, axis=0)"'],
    ['ask: [{ value: grad(sum(x), x), decimals: 2 }]', '/ask/0/value', 2, 16, 'cut at a comma', '"grad(sum(x), x)"'],
    ['require: [max(x, axis=0) > 1]\nask: [x]', '/require/0', 2, 11, 'cut at a comma', '"max(x, axis=0) > 1"'],
    ['ask: [{ value: x[0] }]', '/ask/0/value', 2, 17, 'not valid YAML', 'Quote'],
    ['steps:\n  a: [x, x]\nask: [a]', '/steps/a', 3, 6, 'a list', '"[x, x]"'],
    ['steps:\n  a: x[0: 2]\nask: [a]', '/steps/a', 3, 6, 'not valid YAML', 'Quote'],
    ['steps:\n  a: x + # more\nask: [a]', '/steps/a', 3, 9, 'ends too early', 'comment'],
    ['stpes: { a: 1 }\nask: [x]', '/stpes', 2, 1, 'no field "stpes"', '"steps"'],
    ['ask: [{ value: x, decimal: 2 }]', '/ask/0/decimal', 2, 19, 'no field', '"decimals"'],
    ['steps:\n  a: 1\n  a: 2\nask: [a]', '/steps/a', 4, 3, 'twice', ''],
    ['steps:\n  a: x\n  x: 1\nask: [a]', '/steps/x', 4, 3, 'name of a given', 'rename'],
    ['ask: [x, x]', '/ask/1', 2, 10, 'Two asks', 'name'],
    ['ask: []', '/ask', 2, 6, 'asks for nothing', ''],
    ['steps: { "1a": 3 }\nask: [x]', '/steps/1a', 2, 10, 'cannot be called', 'Names'],
    ['steps:\n  a:\nask: [a]', '/steps/a', 3, 3, 'no value', ''],
    ['steps:\n  a: [[1, 2], [3]]\nask: [a]', '/steps/a', 3, 6, 'differ in length', ''],
    ['steps:\n  a: "x \\t+ z"\nask: [a]', '/steps/a', 3, 6, '"z"', ''],
    ['steps:\n  a: >-\n    x +\n    z\nask: [a]', '/steps/a', 3, 6, '"z"', ''],
    ['steps:\n  a: |\n    x +\n      2 * z\nask: [a]', '/steps/a', 5, 11, '"z"', ''],
    ['steps:\n  a: |+\n\n    x +\n\n    z\nask: [a]', '/steps/a', 7, 5, '"z"', ''],
    ['steps:\n  a: x +\n    2 *\n     z\nask: [a]', '/steps/a', 5, 6, '"z"', ''],
    ['steps:\n  a: "x +\n    z"\nask: [a]', '/steps/a', 4, 5, '"z"', ''],
    ['steps:\n  a: "  x +  z"\nask: [a]', '/steps/a', 3, 14, '"z"', ''],
    ["steps:\n  a: 'x + z'\nask: [a]", '/steps/a', 3, 11, '"z"', ''],
    ['ask: [{ value: x, tolerance: { abs: -1 } }]', '/ask/0/tolerance/abs', 2, 37, 'negative', ''],
    ['ask: [{ value: x, decimals: 2, integer: true }]', '/ask/0/decimals', 2, 19, 'exclude', ''],
    ['require: ["x > q"]\nask: [x]', '/require/0', 2, 16, '"q"', ''],
    ['ask:\n- value: *x', '/ask/0/value', 3, 10, '"*x"', 'Quote'],
    ['ask: [x]\n---\nask: [x]', '', 3, 1, 'multiple documents', 'list'],
  ])('%j', (text, path, line, column, message, hint) => {
    const fault = firstFault(text)
    expect(fault.message).toContain(message)
    expect(fault.hint).toContain(hint)
    expect([fault.path, fault.line, fault.column], fault.message).toEqual([path, line, column])
  })

  it.each([
    ['{ uniform: [5, 1] }', 'empty'],
    ['{ uniform: [1] }', 'two numbers'],
    ['{ normal: [0, -1] }', 'negative'],
    ['{ bernoulli: 2 }', 'probability'],
    ['{ choice: [] }', 'no options'],
    ['{ value: 1, uniform: [0, 1] }', 'exclude'],
    ['{ value: 1, decimals: 2 }', 'does not go with'],
    ['{ shape: [2] }', 'neither'],
    ['{ unifrom: [0, 1] }', 'no field'],
    ['{ value: [] }', 'empty'],
    ['x + 1', 'number or a map'],
  ])('for the given %s: %s', (text, message) => {
    const { diagnostics } = readPrograms(`given: { g: ${text} }\nask: [g]`)
    expect(diagnostics.map((one) => one.message).join('\n')).toContain(message)
  })

  it('at the place inside a list of programs, with columns in UTF-16 units', () => {
    const text = '[{"ask": [{"value": "1"}]}, {"prompt": {"en": "\u{1F600}"}, "ask": [{"value": "q"}]}]'
    const { programs, array, diagnostics } = readPrograms(text)
    expect(array).toBe(true)
    expect(programs.map((program) => program !== null)).toEqual([true, false])
    expect(diagnostics).toMatchObject([{ path: '/1/ask/0/value', line: 1, column: text.indexOf('q') + 1 }])
  })

  it('once for each fault, not for what follows from it', () => {
    const ran = tryProgram(`${given}steps:\n  a: A @ x\n  b: a + 1\n  c: sum(b)\n  d: x + A\nask: [c, d]`)
    expect('program' in ran ? [] : ran.map(({ path }) => path)).toEqual(['/steps/a', '/steps/d'])
  })

  it('for a mistake that names nothing, but the program keeps its value', () => {
    const { programs, diagnostics } = readPrograms(`${given}ask: [x]\nmistakes: { m: { change: { q: "1" } } }`)
    expect(programs[0], 'the program').not.toBeNull()
    expect(diagnostics).toMatchObject([{ path: '/mistakes/m/change/q', severity: 'error' }])
  })
})
