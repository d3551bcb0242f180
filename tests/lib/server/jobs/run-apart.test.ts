import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { migrate } from '@/lib/server/db/migrate'
import { scratchSqlite } from '@/lib/server/db/scratch'
import type { ConvertedPart, FileToConvert } from '@/lib/server/jobs/convert-file'
import { runApart } from '@/lib/server/jobs/run-apart'

const folder = mkdtempSync(join(tmpdir(), 'gradeck-apart-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const order = (file: string, place: FileToConvert['place']): FileToConvert => ({
  place,
  userId: 'ada',
  file,
  name: 'nets.txt',
  target: 'new',
  newBank: 'bank-0123',
  deviceId: 'import.imp-1',
  now: Date.UTC(2026, 2, 1),
  zoneOffset: 0,
  choices: null,
  keep: null,
})

describe('work in a process of its own', () => {
  it('gives its parts in order and then what came of it', async () => {
    const file = join(folder, 'nets.txt')
    writeFileSync(file, '#separator:tab\nWhat is a net?\tLayers of sums\n')
    const scratch = await scratchSqlite()
    await migrate(scratch.place)
    const parts: ConvertedPart[] = []
    const done = await runApart('convert-file', order(file, scratch.place), (part) => parts.push(part))
    await scratch.discard()
    expect(done).toMatchObject({ ok: true, value: { kind: 'ready', bank: 'bank-0123', preview: { notes: 1 } } })
    expect(parts.map(({ kind }) => kind)).toEqual(['files', 'version'])
  })

  it('tells what it died of, and this process lives on', async () => {
    const missing = join(folder, 'nothing')
    await expect(runApart('convert-file', order(missing, { dialect: 'sqlite', folder }))).rejects.toThrow(
      /The work "convert-file" ended early[\s\S]*ENOENT/,
    )
  })
})
