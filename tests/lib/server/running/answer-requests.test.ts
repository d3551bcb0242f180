import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { type Answering, answerMetrics, answerRequests } from '@/lib/server/running/answer-requests'

const freePort = async (): Promise<number> => {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

const started: Answering[] = []
const start = async (server: Answering): Promise<string> => {
  started.push(server)
  const port = await freePort()
  expect(await server.listen(port, '127.0.0.1')).toBeNull()
  return `http://127.0.0.1:${port}`
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.end(0)))
  vi.unstubAllEnvs()
})

it('finishes what is being answered before it ends, and takes nothing more', async () => {
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const server = answerRequests((_request, response) => void held.then(() => response.end('whole')))
  const url = await start(server)
  const answer = fetch(url).then((response) => response.text())
  const idle = connect(Number(new URL(url).port), '127.0.0.1')
  await new Promise((resolve) => setTimeout(resolve, 50))
  const ended = server.end(10_000)
  await expect(fetch(url)).rejects.toThrow()
  release()
  expect(await answer).toBe('whole')
  await ended
  idle.destroy()
})

it('cuts off at last what does not finish', async () => {
  const server = answerRequests(() => {})
  const url = await start(server)
  const answer = fetch(url).then(
    () => 'answered',
    () => 'cut off',
  )
  await new Promise((resolve) => setTimeout(resolve, 50))
  await server.end(50)
  expect(await answer).toBe('cut off')
})

it('says why it cannot listen', async () => {
  const url = await start(answerMetrics())
  expect(await answerMetrics().listen(Number(new URL(url).port), '127.0.0.1')).toContain('EADDRINUSE')
})

it('tells each request as JSON and counts it, without its address', async () => {
  vi.stubEnv('LOG_FORMAT', 'json')
  vi.stubEnv('METRICS_PORT', '9464')
  const written: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  const url = await start(answerRequests((_request, response) => response.writeHead(201).end()))
  await fetch(`${url}/api/sync?token=secret`)
  await fetch(`${url}/en/reset/secret`)
  await vi.waitFor(() => expect(written).toHaveLength(2))
  write.mockRestore()
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'info', message: 'request', method: 'GET', route: 'api/sync', status: 201 },
    { route: 'page', status: 201 },
  ])
  const numbers = await (await fetch(`${await start(answerMetrics())}/metrics`)).text()
  expect(numbers).toContain('gradeck_http_requests_total{method="GET",route="api/sync",status="201"} 1')
  expect(numbers).toContain('gradeck_http_request_seconds_count{route="page"} 1')
  expect(numbers).toContain('process_cpu_seconds_total')
  expect(written.join() + numbers).not.toContain('secret')
})

it('shows nothing but the numbers at the address for them', async () => {
  expect((await fetch(`${await start(answerMetrics())}/`)).status).toBe(404)
})
