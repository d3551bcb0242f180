import { describe, expect, it } from 'vitest'
import { createComputeEngine } from '@/lib/client/compute-engine'
import type { WorkerPort } from '@/lib/client/compute-link'
import { probeEngine } from '@/lib/client/engine-trial/probe'

const limits = { start: 10_000, run: 10_000 }

/** A worker whose arithmetic keeps so many bits after the leading one. */
const workerWith = (bits: number) => (): WorkerPort => {
  let receive: (data: unknown) => void = () => {}
  const rounded = (x: number) => Math.round(x * 2 ** bits) / 2 ** bits
  return {
    postMessage: (request) => {
      const reply =
        request.kind === 'start'
          ? { kind: 'ready', backend: 'webgl', note: null }
          : {
              kind: 'done',
              id: request.id,
              asks: [
                {
                  name: 'left',
                  values: Array.from(request.values.e?.tensor.data ?? [], (e) => rounded(1 + e - 1e-12) - 1),
                },
              ],
              onCpu: false,
              tensors: 0,
            }
      queueMicrotask(() => receive(reply))
    },
    terminate: () => {},
    listen: (onMessage) => {
      receive = onMessage
    },
  }
}

const clock = () => {
  let time = 0
  return () => {
    time += 100
    return time
  }
}

describe('the probe of the engine', () => {
  it.each([
    ['float32', 23],
    ['float16', 10],
  ])('measures how many bits survive an addition: %s', async (_, bits) => {
    const probed = await probeEngine(async () => createComputeEngine(workerWith(bits), limits), clock())
    expect(probed).toMatchObject({ ok: true, value: { backend: 'webgl', onGpu: true, bits, firstMs: 100 } })
  })

  it('says why there is no engine', async () => {
    const probed = await probeEngine(async () => createComputeEngine(() => null, limits), clock())
    expect(probed).toMatchObject({ ok: false, error: { reason: 'unsupported' } })
  })
})
