import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockDataFolder } from '@/lib/server/data-lock'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gradeck-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const script = `
  import { lockDataFolder } from '@/lib/server/data-lock'
  const lock = await lockDataFolder(process.argv[1])
  console.log(lock.ok ? 'held' : lock.error)
  if (lock.ok) setInterval(() => {}, 1000)
`

const otherServer = async () => {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', script, folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const said = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))))
  return { child, ended, said: said.trim() }
}

describe('one server a data folder', () => {
  it('a second one is told which process holds the folder and what to do', async () => {
    const mine = await lockDataFolder(folder)
    expect(mine.ok).toBe(true)
    const other = await otherServer()
    await other.ended
    expect(other.said).toBe(
      `Another Gradeck server (process ${process.pid}) already uses ${folder}. Stop it first, or give this one a folder of its own with DATA_DIR.`,
    )
    if (mine.ok) await mine.value.release()
  })

  it('a released folder can be taken again', async () => {
    const first = await lockDataFolder(folder)
    if (first.ok) await first.value.release()
    const second = await lockDataFolder(folder)
    expect(second.ok).toBe(true)
    if (second.ok) await second.value.release()
  })

  it('a killed server leaves nothing behind that would stop the next', async () => {
    const other = await otherServer()
    expect(other.said).toBe('held')
    expect((await lockDataFolder(folder)).ok).toBe(false)
    other.child.kill('SIGKILL')
    await other.ended
    const mine = await lockDataFolder(folder)
    expect(mine.ok).toBe(true)
    if (mine.ok) await mine.value.release()
  })
})
