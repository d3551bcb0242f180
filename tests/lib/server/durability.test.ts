import { type ChildProcess, spawn } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeRng } from '@/lib/core/rng'
import { scratchSqlite } from '@/lib/server/db/scratch'
import { startGuest } from '@/lib/server/services/start-guest'
import { type OpenScratch, openScratch } from '../../support/databases'
import { noon } from '../../support/events'

let scratch: OpenScratch
let userId: string

beforeEach(async () => {
  scratch = await openScratch(scratchSqlite)
  const guest = await startGuest(scratch.db, 'here', new Date(noon))
  userId = guest.ok ? guest.value : ''
})
afterEach(() => scratch.discard())

const startWriter = (
  prefix: string,
  count: number,
  senders = 1,
): ChildProcess & { readonly acknowledged: () => readonly string[] } => {
  const folder = scratch.place.dialect === 'sqlite' ? scratch.place.folder : ''
  const args = ['--conditions=react-server', '--import', 'tsx', 'tests/support/writer.ts']
  const child = spawn(process.execPath, [...args, folder, userId, prefix, String(count), String(senders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  // A line the kill cut short was never read by anybody as an acknowledgement.
  return Object.assign(child, { acknowledged: () => text.split('\n').slice(0, -1) })
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('close', (code) => resolve(code)))

const stored = () => scratch.db.reviewEvent.findMany({ where: { userId }, orderBy: { sequence: 'asc' } })

describe('reviews that cannot be lost', () => {
  const rng = makeRng('durability', 1)
  // Several senders share transactions.
  it.each([1, 2, 3, 4].map((round) => [round, rng.integer(5, 60), round % 2 === 0 ? 6 : 1] as const))(
    'a process killed with SIGKILL while writing has lost no acknowledged review (round %i, after %i, %i senders)',
    async (round, after, senders) => {
      const writer = startWriter(`kill-${round}`, 100_000, senders)
      const done = ended(writer)
      await new Promise<void>((resolve) => {
        writer.stdout?.on('data', () => {
          if (writer.acknowledged().length >= after) resolve()
        })
      })
      writer.kill('SIGKILL')
      await done
      const rows = await stored()
      const ids = new Set(rows.map((row) => row.id))
      expect(writer.acknowledged().filter((id) => !ids.has(id))).toEqual([])
      expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, index) => index + 1))
    },
  )

  it('two processes writing side by side wait for each other and lose nothing', async () => {
    const writers = [startWriter('one', 60), startWriter('two', 60)]
    expect(await Promise.all(writers.map(ended))).toEqual([0, 0])
    const rows = await stored()
    expect(rows.map((row) => row.sequence)).toEqual(Array.from({ length: 120 }, (_, n) => n + 1))
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set(writers.flatMap((writer) => writer.acknowledged())))
  })
})
