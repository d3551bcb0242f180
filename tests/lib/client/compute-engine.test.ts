import { describe, expect, it } from 'vitest'
import { createComputeEngine, type EngineReport } from '@/lib/client/compute-engine'
import type { WorkerPort } from '@/lib/client/compute-link'
import type { ComputeReply, ComputeRequest } from '@/lib/client/compute-messages'
import { readPrograms } from '@/lib/compute/language/read-program'
import { enginePass } from '@/lib/compute/pass'
import type { StoredValues } from '@/lib/compute/values'

const limits = { start: 10_000, run: 10_000 }

/** y = x ^ 2 and its gradient at 3: 9 and 6. */
const question = (() => {
  const [program] = readPrograms(
    'given: { x: { uniform: [1, 5] } }\nsteps: { y: x ^ 2 }\nask: [{ value: y }, { name: d, value: "grad(y, x)" }]',
  ).programs
  if (!program) throw new Error('the test program does not read')
  const given: StoredValues = { x: { shape: [], data: [3], decimals: 1 } }
  return enginePass(program, given)
})()

type Play = (request: ComputeRequest, reply: (message: unknown) => void, fail: (message: string) => void) => void

/** A worker that answers as the test says. */
const actor = (play: Play) => {
  const log: string[] = []
  const spawn = (): WorkerPort => {
    let alive = true
    let receive: (data: unknown) => void = () => {}
    let fault: (message: string) => void = () => {}
    log.push('spawned')
    return {
      postMessage: (request) => {
        log.push(request.kind === 'start' ? `start webgl=${request.allowWebgl}` : 'run')
        queueMicrotask(() => {
          if (alive)
            play(
              request,
              (message) => alive && receive(message),
              (message) => alive && fault(message),
            )
        })
      },
      terminate: () => {
        alive = false
        log.push('terminated')
      },
      listen: (onMessage, onError) => {
        receive = onMessage
        fault = onError
      },
    }
  }
  return { spawn, log }
}

const ready = (request: ComputeRequest, backend?: 'webgl' | 'cpu'): ComputeReply => ({
  kind: 'ready',
  backend: backend ?? (request.kind === 'start' && request.allowWebgl ? 'webgl' : 'cpu'),
  note: null,
})

const done = (request: ComputeRequest, y: number, d: number, onCpu = false): ComputeReply => ({
  kind: 'done',
  id: request.kind === 'run' ? request.id : -1,
  asks: [
    { name: 'y', values: [y] },
    { name: 'd', values: [d] },
  ],
  onCpu,
  tensors: 0,
})

const answering =
  (y: number, d: number, onCpu = false): Play =>
  (request, reply) =>
    reply(request.kind === 'start' ? ready(request) : done(request, y, d, onCpu))

const reportOf = async (engine: ReturnType<typeof createComputeEngine>): Promise<EngineReport> => {
  const result = await engine.check(question)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe("the learner's own engine", () => {
  it('starts with the first check and tells how well the GPU agrees', async () => {
    const { spawn, log } = actor(answering(9.00001, 6))
    const engine = createComputeEngine(spawn, limits)
    const states: string[] = [engine.state]
    engine.subscribe(() => states.push(engine.state))
    expect(log).toEqual([])
    const report = await reportOf(engine)
    expect(report).toMatchObject({ backend: 'webgl', onGpu: true, note: null, agreed: true })
    expect(report.agreement).toBeCloseTo(0.00001 / 9, 9)
    expect(states).toEqual(['idle', 'starting', 'ready'])
  })

  it('says when numbers disagree', async () => {
    const { spawn } = actor(answering(9, 6.1))
    const report = await reportOf(createComputeEngine(spawn, limits))
    expect(report.agreed).toBe(false)
    expect(report.asks.map(({ name, agreement }) => [name, agreement < 1e-9])).toEqual([
      ['y', true],
      ['d', false],
    ])
  })

  it('never calls a number agreed that is not finite', async () => {
    const { spawn } = actor(answering(9, Number.NaN))
    expect((await reportOf(createComputeEngine(spawn, limits))).agreed).toBe(false)
  })

  it('does not say GPU when a kernel ran on the CPU', async () => {
    const { spawn } = actor(answering(9, 6, true))
    expect(await reportOf(createComputeEngine(spawn, limits))).toMatchObject({ onGpu: false, note: 'cpu-kernels' })
  })

  it('uses one worker for one question at a time', async () => {
    const { spawn, log } = actor(answering(9, 6))
    const engine = createComputeEngine(spawn, limits)
    await Promise.all([reportOf(engine), reportOf(engine), reportOf(engine)])
    expect(log).toEqual(['spawned', 'start webgl=true', 'run', 'run', 'run'])
  })

  it('moves to the CPU when the context is lost under way, and stays there', async () => {
    const { spawn, log } = actor((request, reply) => {
      if (request.kind === 'start') reply(ready(request))
      else if (log.includes('start webgl=false')) reply(done(request, 9, 6))
      else reply({ kind: 'context-lost' })
    })
    const engine = createComputeEngine(spawn, limits)
    expect(await reportOf(engine)).toMatchObject({ backend: 'cpu', onGpu: false, note: 'context-lost', agreed: true })
    expect(await reportOf(engine)).toMatchObject({ backend: 'cpu', note: 'context-lost' })
    expect(log.filter((line) => line === 'spawned')).toHaveLength(2)
  })

  it('moves to the CPU when the driver fails', async () => {
    const { spawn, log } = actor((request, reply) => {
      if (request.kind === 'start') reply(ready(request))
      else if (log.includes('start webgl=false')) reply(done(request, 9, 6))
      else reply({ kind: 'failed', id: request.id, message: 'Failed to compile fragment shader.' })
    })
    expect(await reportOf(createComputeEngine(spawn, limits))).toMatchObject({ backend: 'cpu', note: 'no-webgl' })
  })

  it('ends a worker that takes too long and starts another next time', async () => {
    let slow = true
    const { spawn, log } = actor((request, reply) => {
      if (request.kind === 'start') reply(ready(request))
      else if (!slow) reply(done(request, 9, 6))
    })
    const engine = createComputeEngine(spawn, { start: 10_000, run: 20 })
    expect(await engine.check(question)).toMatchObject({ ok: false, error: { reason: 'timeout' } })
    expect([engine.state, log.at(-1)]).toEqual(['failed', 'terminated'])
    slow = false
    expect(await reportOf(engine)).toMatchObject({ backend: 'webgl', agreed: true })
  })

  it('tells a worker that cannot be loaded', async () => {
    const { spawn } = actor((_, __, fail) => fail('404'))
    expect(await createComputeEngine(spawn, limits).check(question)).toEqual({
      ok: false,
      error: { reason: 'failed', message: '404' },
    })
  })

  it('ignores messages that are no replies', async () => {
    const { spawn } = actor((request, reply) => {
      for (const noise of [null, 7, 'done', { kind: 'done' }, { kind: 'ready', backend: 'wasm' }]) reply(noise)
      answering(9, 6)(request, reply, () => {})
    })
    expect((await reportOf(createComputeEngine(spawn, limits))).agreed).toBe(true)
  })

  it('refuses what has no workers and what cannot be evaluated', async () => {
    expect(await createComputeEngine(() => null, limits).check(question)).toMatchObject({
      ok: false,
      error: { reason: 'unsupported' },
    })
    const [program] = readPrograms('given: { x: 0 }\nsteps: { y: 1 / x }\nask: [{ value: y }]').programs
    if (!program) throw new Error('the test program does not read')
    const given: StoredValues = { x: { shape: [], data: [0], decimals: null } }
    const { spawn, log } = actor(answering(9, 6))
    expect(await createComputeEngine(spawn, limits).check(enginePass(program, given))).toMatchObject({
      ok: false,
      error: { reason: 'unsupported' },
    })
    expect(log).toEqual([])
  })

  it('can be closed and used again', async () => {
    const { spawn, log } = actor(answering(9, 6))
    const engine = createComputeEngine(spawn, limits)
    await reportOf(engine)
    engine.close()
    expect(engine.state).toBe('idle')
    await reportOf(engine)
    expect(log.filter((line) => line === 'spawned')).toHaveLength(2)
  })
})
