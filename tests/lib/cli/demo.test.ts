import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { demo } from '@/lib/cli/demo'

const folder = mkdtempSync(join(tmpdir(), 'gradeck-demo-'))
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

it('the demo leaves a folder alone that holds anything, and asks for another', async () => {
  writeFileSync(join(folder, 'gradeck.db'), 'somebody’s reviews')
  const told = vi.spyOn(console, 'error').mockReturnValue()
  expect(await demo.run(['--into', folder])).toBe(1)
  expect(told.mock.calls).toEqual([
    [`${folder} is not empty. Nothing was changed; name an empty or a new folder with --into.`],
  ])
  expect(readdirSync(folder)).toEqual(['gradeck.db'])
  expect(await demo.run(['--into', join(folder, 'new'), '--until', 'soon'])).toBe(2)
})
