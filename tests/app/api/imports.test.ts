import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST } from '@/app/api/imports/route'
import { type ImportOrder, sendFile } from '@/lib/client/file-import'
import { database } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { databasePlace } from '@/lib/server/env'
import { sessionSecret } from '@/lib/server/secret'
import { temporaryPath } from '@/lib/server/temporary'
import type { ImportPreview } from '@/lib/sync/file-import'

const data = mkdtempSync(join(tmpdir(), 'gradeck-import-route-'))
const text = 'front,back\nWhat is a net?,Layers\nWhat is a bias?,A shift\n'

beforeAll(async () => {
  vi.stubEnv('DATA_DIR', data)
  vi.stubEnv('DATABASE_URL', '')
  await migrate(databasePlace())
  const at = new Date()
  await database().user.create({
    data: { id: 'ada', kind: 'member', email: 'ada@example.org', createdAt: at, lastSeenAt: at },
  })
  const token = await encode({ token: { userId: 'ada', sessionVersion: 1 }, secret: sessionSecret() })
  const headers = { host: 'localhost', origin: 'http://localhost', cookie: `next-auth.session-token=${token}` }
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    POST(
      new Request(`http://localhost${path}`, {
        ...init,
        headers: { ...headers, ...init.headers },
        duplex: 'half',
      } as RequestInit),
      undefined,
    ),
  )
})
afterAll(async () => {
  await database().$disconnect()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  rmSync(data, { recursive: true, force: true })
  rmSync(dirname(temporaryPath()), { recursive: true, force: true })
})

const send = (order: Partial<ImportOrder>, body: BlobPart = text) =>
  sendFile(new File([body], 'nets.csv'), { bank: 'found', mark: null, choices: null, ...order })
const preview = async (order: Partial<ImportOrder> = {}): Promise<ImportPreview> => {
  const answer = await send(order)
  if (!answer.ok || answer.value.kind !== 'preview') throw new Error(`no preview: ${JSON.stringify(answer)}`)
  return answer.value.preview
}

describe('a file sent by a page', () => {
  it('is looked at, and then taken in without the rows that were left out, which is remembered', async () => {
    const { mark, rows } = await preview()
    expect(rows.map(({ title }) => title)).toEqual(['What is a net?', 'What is a bias?'])
    const done = await send({ mark, choices: { skip: [0], both: [] } })
    expect(done).toMatchObject({ ok: true, value: { kind: 'done', cards: 1 } })
    const again = await preview()
    expect(again.rows.map(({ choice, brings }) => [choice, brings.same])).toEqual([
      ['skip', 0],
      ['take', 1],
    ])
  })

  it('is refused where it breaks off before its decisions are told, and where they cannot be read', async () => {
    const { mark } = await preview()
    const query = (choices: number) => `/api/imports?name=nets.csv&bank=found&zone=0&mark=${mark}&choices=${choices}`
    const post = async (choices: number, body: string) => {
      const response = await fetch(query(choices), { method: 'POST', body })
      return [response.status, ((await response.json()) as { error: { code: string } }).error.code]
    }
    expect(await post(100, '{"skip":')).toEqual([400, 'cut-off'])
    expect(await post(9, '{"skip":]front,back')).toEqual([400, 'not-json'])
    expect(await post(2, '{}front,back')).toEqual([400, 'unreadable'])
    expect(await post(5 * 1024 * 1024, '{}')).toEqual([400, 'unreadable'])
  })

  it('is counted before a byte of it is taken', async () => {
    await database().rateLimit.updateMany({ where: { key: 'import:ada' }, data: { count: 60 } })
    const pulled = { count: 0 }
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled.count++
          controller.enqueue(new Uint8Array(1024))
        },
      },
      { highWaterMark: 0 },
    )
    const response = await fetch('/api/imports?name=nets.csv&bank=found&zone=0', { method: 'POST', body })
    expect([response.status, pulled.count]).toEqual([429, 0])
  })
})
