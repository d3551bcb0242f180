import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backUpDaily } from '@/lib/server/backup/automatic'
import { superfluous } from '@/lib/server/backup/thinning'
import { scratchSqlite } from '@/lib/server/db/scratch'
import { openScratch } from '../../support/databases'
import { noon } from '../../support/events'

const day = 86_400_000

describe('automatic backups', () => {
  it('keep a week of days, five weeks and a year of months', () => {
    let kept: number[] = []
    for (let n = 0; n < 1000; n++) {
      kept.push(noon + n * day)
      const gone = new Set(superfluous(kept))
      kept = kept.filter((at) => !gone.has(at))
    }
    const ages = kept.map((at) => (noon + 999 * day - at) / day).sort((a, b) => a - b)
    expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(ages.length).toBeGreaterThanOrEqual(18)
    expect(ages.length).toBeLessThanOrEqual(24)
    expect(ages.at(-1)).toBeGreaterThan(300)
  })

  it('keep the newest of each day, and what a long sleep left', () => {
    expect(superfluous([noon, noon + 1000, noon + day])).toEqual([noon])
    expect(superfluous([noon - 3000 * day, noon])).toEqual([])
    expect(superfluous([])).toEqual([])
  })

  it('are made once a day beside the embedded database', async () => {
    const scratch = await openScratch(scratchSqlite)
    const folder = mkdtempSync(join(tmpdir(), 'gradeck-daily-'))
    const at = (now: number) => backUpDaily(scratch.place, folder, { secret: null, now })
    expect(await at(noon)).toBe(join(folder, 'backups', 'gradeck-2026-03-10T12-00-00Z.backup.gz'))
    expect(await at(noon + 3_600_000), 'an hour later').toBeNull()
    expect(await at(noon + day)).not.toBeNull()
    expect(readdirSync(join(folder, 'backups')).length).toBe(2)
    await scratch.discard()
    rmSync(folder, { recursive: true, force: true })
  })
})
