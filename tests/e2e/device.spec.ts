import { createHash } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { readQuestions } from '@/lib/cli/lint-sources'
import { sampleValues } from '@/lib/compute/variants/sample'
import { opCases } from '../contract/op-cases/all'
import { caseGraph } from '../contract/op-cases/case-graph'
import { difference, prepare } from '../contract/op-cases/run-case'
import { rememberWorkers, runInWorker } from './built-worker'
import { makeDataFolder, type RunningServer, startServer } from './server'
import { serveSources } from './source-modules'

/** Where the page of the engine says what this device computes on. */
const facts = (page: Page) => page.locator('dl')

const data = makeDataFolder()
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer(data.path)
})
test.afterAll(async () => {
  await server.stop()
  data.discard()
})

const openEngine = async (page: Page) => {
  await page.goto(`${server.url}/engine`)
  await expect(facts(page)).toContainText('float32', { timeout: 60_000 })
}

test('every operation and its gradient agree with float64 on WebGL, none of them on the CPU', async ({ page }) => {
  test.setTimeout(900_000)
  await rememberWorkers(page)
  await openEngine(page)
  const cases = opCases.map((opCase) => {
    const prepared = prepare(opCase)
    return {
      name: `${opCase.op}: ${opCase.about}`,
      tolerance: prepared.op.webglTolerance ?? 1e-4,
      ...caseGraph(prepared),
    }
  })
  const { replies } = await runInWorker(
    page,
    cases.map(({ graph, values }) => ({ graph, values })),
  )
  const faults = cases.flatMap(({ name, tolerance, expected }, i) => {
    const reply = replies[i]
    if (reply?.kind !== 'done') return [`${name} failed: ${reply?.message}`]
    const apart = expected.map(({ name: asked, data: wanted }, k) => ({
      asked,
      by: difference(Float64Array.from(reply.asks[k]?.values ?? []), wanted),
    }))
    return [
      ...apart.filter(({ by }) => !(by <= tolerance)).map(({ asked, by }) => `${name}: the ${asked} differs by ${by}`),
      ...(reply.onCpu ? [`${name} ran on the CPU`] : []),
    ]
  })
  expect(faults).toEqual([])
})

test('a thousand checks leave no tensor behind', async ({ page }) => {
  test.setTimeout(600_000)
  await rememberWorkers(page)
  await openEngine(page)
  const jobs = ['matmul', 'softmax', 'max', 'gather', 'conv2d', 'where', 'std', 'sort', 'solve', 'max_pool2d'].map(
    (op) => {
      const opCase = opCases.find((one) => one.op === op)
      if (opCase === undefined) throw new Error(`no case of ${op}`)
      return caseGraph(prepare(opCase))
    },
  )
  const { replies } = await runInWorker(
    page,
    jobs.map(({ graph, values }) => ({ graph, values })),
    100,
  )
  expect(replies.length).toBe(1000)
  expect([...new Set(replies.map((reply) => (reply.kind === 'done' ? reply.tensors : reply.message)))]).toEqual([0])
})

test('a seed draws the same numbers in the browser as on the server', async ({ page }) => {
  const { questions } = await readQuestions('content/cs231n')
  const seeds = Array.from({ length: 60 }, (_, i) => `seed ${i}`)
  const programs = questions.map(({ program }) => program)
  const numbers = programs.flatMap((program) =>
    seeds.flatMap((seed) => {
      const values = sampleValues(program, seed)
      return values.ok ? Object.values(values.value).flatMap(({ tensor }) => [...tensor.data]) : []
    }),
  )
  await serveSources(page)
  await page.goto(`${server.url}/engine`)
  const found = await page.evaluate(
    async ({ text, seeds }) => {
      const programs = JSON.parse(text) as unknown[]
      const address = '/source/lib/compute/variants/sample.ts'
      const { sampleValues } = (await import(address)) as {
        sampleValues: (
          program: unknown,
          seed: string,
        ) => { ok: boolean; value: { [name: string]: { tensor: { data: Float64Array } } } }
      }
      const numbers = programs.flatMap((program) =>
        seeds.flatMap((seed) => {
          const values = sampleValues(program, seed)
          return values.ok ? Object.values(values.value).flatMap(({ tensor }) => [...tensor.data]) : []
        }),
      )
      const bytes = new Uint8Array(Float64Array.from(numbers).buffer)
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      return { count: numbers.length, hash: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') }
    },
    { text: JSON.stringify(programs), seeds },
  )
  expect(numbers.length).toBeGreaterThan(100_000)
  expect(found.count).toBe(numbers.length)
  expect(found.hash).toBe(
    createHash('sha256')
      .update(Buffer.from(Float64Array.from(numbers).buffer))
      .digest('hex'),
  )
})

test('a lost graphics context moves the engine to the CPU, and says so', async ({ page }) => {
  test.setTimeout(600_000)
  await openEngine(page)
  const [worker] = page.workers()
  if (worker === undefined) throw new Error('the page has no worker')
  await worker.evaluate(() => {
    interface Device {
      gpgpu: { gl: WebGL2RenderingContext }
    }
    const engine = Reflect.get(globalThis, '_tfengine') as { registry: { webgl: Device } }
    engine.registry.webgl.gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await page.getByRole('button', { name: /Run/ }).first().click()
  await expect(page.getByRole('status').first()).toContainText(/agree/, { timeout: 400_000 })
  await expect(page.locator('tbody')).toContainText('CPU')
  await expect(page.locator('tbody')).not.toContainText('GPU')
})

test('the engine survives another tab, being hidden, and the way back', async ({ context }) => {
  test.setTimeout(600_000)
  const first = await context.newPage()
  await openEngine(first)
  const second = await context.newPage()
  await openEngine(second)
  for (const page of [first, second, first]) {
    await page.bringToFront()
    await page.reload()
    await expect(facts(page)).toContainText('float32', { timeout: 60_000 })
  }
  await second.goto(`${server.url}/`)
  await second.goBack()
  await expect(facts(second)).toContainText('float32', { timeout: 60_000 })
  await second.bringToFront()
  await second.getByRole('button', { name: /Run/ }).first().click()
  await first.bringToFront()
  await expect(second.getByRole('status').first()).toContainText(/agree/, { timeout: 400_000 })
})
