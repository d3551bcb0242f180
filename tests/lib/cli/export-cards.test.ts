import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asId, type UserId } from '@/lib/core/id'
import { ok } from '@/lib/core/result'
import { openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { convertFile } from '@/lib/server/jobs/convert-file'
import { importFile } from '@/lib/server/services/imports/import-file'
import { received } from '../../support/received'

const data = mkdtempSync(join(tmpdir(), 'gradeck-export-cards-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

const run = (...args: readonly string[]) => {
  const { DATABASE_URL: _, ...env } = process.env
  const ran = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/gradeck.ts', 'export-cards', ...args],
    { encoding: 'utf8', env: { ...env, DATA_DIR: data } },
  )
  return { code: ran.status, out: ran.stdout, errors: ran.stderr }
}

/** A learner with two cards of their own. */
beforeAll(async () => {
  const place = { dialect: 'sqlite', folder: data } as const
  await migrate(place)
  const db = openDatabase(place)
  const at = new Date(Date.UTC(2026, 2, 1))
  const id = asId<UserId>('ada')
  await db.user.create({ data: { id, kind: 'member', email: 'ada@example.org', createdAt: at, lastSeenAt: at } })
  const file = join(data, 'nets.csv')
  writeFileSync(file, 'front,back,tags\nWhat is a net?,Layers,nets\nWhat is a bias?,A shift,units\n')
  const given = { receive: received(file), name: 'nets.csv', target: 'new', zoneOffset: 0 } as const
  const author = { id, kind: 'member', role: 'learner' } as const
  const take = (mark: string | null) =>
    importFile(db, place, author, { ...given, mark }, at, async (order, onPart) => ok(await convertFile(order, onPart)))
  const told = await take(null)
  await take(told.ok && told.value.kind === 'preview' ? told.value.preview.mark : null)
  await db.$disconnect()
})

describe('gradeck export-cards', () => {
  it('writes what a search finds among a learner’s cards, and leaves a file that is there alone', () => {
    const file = join(data, 'nets-export.json')
    expect(run('Ada@Example.org', file, '--search', 'tag:nets')).toEqual({
      code: 0,
      out: `1 cards with 0 reviews written to ${file}.\n`,
      errors: '',
    })
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('What is a net?')
    expect(text).not.toContain('What is a bias?')
    expect(run('ada@example.org', file)).toEqual({
      code: 1,
      out: '',
      errors: `${file} exists already and was left alone. Name a new one.\n`,
    })
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('names what it cannot do, and writes nothing', () => {
    const file = join(data, 'none.csv')
    expect(run('eve@example.org', file)).toMatchObject({
      code: 1,
      errors: 'There is no account with the address eve@example.org.\n',
    })
    expect(run('ada@example.org', file, '--search', 'tag:none')).toMatchObject({
      code: 1,
      errors: 'The search finds no card. Nothing was written.\n',
    })
    expect(run('ada@example.org', file, '--search', 'is:purple')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('cannot be searched for'),
    })
    expect(run('ada@example.org', join(data, 'x.pdf'))).toMatchObject({
      code: 2,
      errors: expect.stringContaining('Name a learner and a new file'),
    })
    expect(existsSync(file)).toBe(false)
  })
})
