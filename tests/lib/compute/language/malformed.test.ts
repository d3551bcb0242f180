import { describe, expect, it } from 'vitest'
import { tryProgram } from '../../../support/run-program'
import { untoldPrograms } from './malformed-trials'

describe('malformed programs', () => {
  it.each([0, 100, 200])('from %i on are told where they are wrong, without an exception', (start) => {
    expect(untoldPrograms(start, 100)).toEqual([])
  })

  it('reach no prototype', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      const ran = tryProgram(
        `given: { ${name}: 3 }\nsteps: { next: "${name} + 1" }\nask: [{ value: next }, { value: ${name} }]`,
      )
      expect('program' in ran && ran.asks.next, `a given called ${name}`).toBe(4)
      const unknown = tryProgram(`ask: [{ value: "${name}" }]`)
      expect('program' in unknown, `${name} is not defined`).toBe(false)
      const called = tryProgram(`ask: [{ value: "${name}(1)" }]`)
      expect('program' in called, `${name}() is no function`).toBe(false)
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it.each([
    ['ten thousand open parentheses', `ask: [{ value: "${'('.repeat(10_000)}" }]`],
    ['ten thousand open brackets', '['.repeat(10_000)],
    ['ten thousand list dashes', '- '.repeat(10_000)],
    ['ten thousand minus signs', `ask: [{ value: "${'-'.repeat(10_000)}1" }]`],
    ['a long chain of sums', `ask: [{ value: "1${' + 1'.repeat(5_000)}" }]`],
    ['a line of ten megabytes', `id: ${'x'.repeat(10_000_000)}`],
    ['an alias to itself', 'given: { x: { value: &a [1, *a] } }\nask: [{ value: x }]'],
    [
      'a bomb of aliases',
      `a: &a [1]\n${Array.from({ length: 40 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]`).join('\n')}`,
    ],
    [
      'a loop of heavy products',
      `given: { A: { value: ${JSON.stringify(Array.from({ length: 64 }, () => Array(64).fill(0.1)))} } }
steps: { r: { repeat: { times: 64, carry: { B: "A" }, steps: { B: "(A @ B @ A @ B @ A @ B) / 9", C: "numgrad(sum(B), A)" } } } }
ask: [{ value: B }]`,
    ],
    ['nothing', ''],
    ['a number', '42'],
    ['a NUL', '\u0000'],
  ])('such as %s are refused quickly', (_, text) => {
    const ran = tryProgram(text)
    expect('program' in ran, 'the program should be refused').toBe(false)
  })
})
