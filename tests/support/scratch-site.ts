import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { Database } from '@/lib/server/db/client'
import type { Scratch } from '@/lib/server/db/scratch'
import { type OpenScratch, openScratch } from './databases'

const place = globalThis as { [name: symbol]: Database | undefined }
const shared = Symbol.for('gradeck.database')

/** A scratch database that the handlers of routes find as their own, and a folder for their files. */
export const openScratchSite = async (make: () => Promise<Scratch>): Promise<OpenScratch> => {
  const folder = mkdtempSync(join(tmpdir(), 'gradeck-site-'))
  vi.stubEnv('DATA_DIR', folder)
  const scratch = await openScratch(make)
  place[shared] = scratch.db
  return {
    ...scratch,
    discard: async () => {
      place[shared] = undefined
      await scratch.discard()
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
