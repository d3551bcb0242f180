import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** Runs the command as a person does; the answer is all of standard output. */
const compute = (input: string, ...args: readonly string[]) => {
  const ran = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/gradeck.ts', 'compute', ...args],
    { input, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  return { code: ran.status, answer: JSON.parse(ran.stdout), errors: ran.stderr }
}

const hinge = `given:
  s: { value: [3.2, 5.1, -1.7] }
  y: 0
steps:
  margins: relu(s - s[y] + 1) * (1 - onehot(y, 3))
  loss: sum(margins)
  walk: { repeat: { times: 2, carry: { w: "0.5" }, steps: { half: "w / 2", w: "half" } } }
ask:
  - { value: loss, decimals: 2 }
  - { value: "grad(loss, s)", integer: true }
`

describe('gradeck compute', () => {
  it('answers a program with both engines and the gradient check', () => {
    const { code, answer, errors } = compute(hinge, '-')
    expect(errors).toBe('')
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      ok: true,
      given: { s: [3.2, 5.1, -1.7], y: 0 },
      steps: {
        margins: [0, 1 + 5.1 - 3.2, 0],
        walk: [
          { half: 0.25, w: 0.25 },
          { half: 0.125, w: 0.125 },
        ],
      },
      ask: [
        { name: 'loss', shape: [], agree: true },
        { name: 'ask_2', shape: [3], reference: [-1, 1, 0], tfjs: [-1, 1, 0], agree: true },
      ],
      gradcheck: [{ of: 'loss', wrt: 's' }],
    })
    expect(answer.ask[0].reference).toBeCloseTo(2.9, 12)
    expect(answer.gradcheck[0].maxRelError).toBeLessThanOrEqual(1e-7)
    expect(Object.keys(answer)).toEqual(['ok', 'given', 'steps', 'ask', 'gradcheck'])
  })

  it('answers hundreds of programs in one process, faulty ones among them', () => {
    const programs = Array.from({ length: 300 }, (_, i) => ({
      given: { x: { value: [i, 1] } },
      ask: [{ value: i % 3 === 0 ? 'x +' : 'sum(x)' }],
    }))
    const { code, answer } = compute(JSON.stringify(programs), '-')
    expect(code).toBe(1)
    expect(answer).toHaveLength(300)
    expect(answer[299]).toMatchObject({ ok: true, ask: [{ reference: 300, tfjs: 300 }] })
    expect(answer[3]).toMatchObject({ ok: false, diagnostics: [{ path: '/3/ask/0/value', line: 1 }] })
    expect(Object.keys(answer[3].diagnostics[0])).toEqual(['path', 'line', 'column', 'message', 'hint'])
  })

  it('draws the same numbers for the same seed, and asks for a seed where one is needed', () => {
    const random =
      'given: { s: { shape: [3], uniform: [-5, 5] } }\nask: [{ value: "sum(s)" }]\nmistakes: { m: nonsense }'
    const first = compute(random, '-', '--seed', '7')
    expect(first.code).toBe(0)
    expect(compute(random, '-', '--seed=7').answer).toEqual(first.answer)
    expect(compute(random, '-', '--seed', '8').answer.given).not.toEqual(first.answer.given)
    const unseeded = compute(random, '-')
    expect(unseeded.code).toBe(1)
    expect(unseeded.answer).toMatchObject({ ok: false, diagnostics: [{ path: '/given/s', line: 1, column: 10 }] })
  })

  it.each([
    ['a missing file', ['no-such-file.yaml']],
    ['a folder', ['lib']],
    ['no file', []],
    ['an unknown option', ['-', '--sed', '1']],
    ['a seed that is no number', ['-', '--seed', 'x']],
  ])('tells %s as JSON', (_, args) => {
    const { code, answer } = compute('', ...args)
    expect(code).toBe(1)
    expect(answer).toMatchObject({ ok: false, diagnostics: [{ path: '', line: 1, column: 1 }] })
  })
})
