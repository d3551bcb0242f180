import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { findBrowser } from '../e2e/browser'

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
]

/** A real browser over a profile of its own on the disk, which outlives it. */
export interface MortalBrowser {
  /** Starts it over its profile. */
  readonly start: () => Promise<BrowserContext>
  /** Every process of it at once and without warning, as a power cut or an out-of-memory killer does. */
  readonly kill: () => Promise<void>
  /** Kills it and removes the profile. */
  readonly discard: () => Promise<void>
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve))

const portIn = async (file: string, child: ChildProcess): Promise<string> => {
  for (let tries = 0; tries < 600; tries++) {
    const [port] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (port) return port
    if (child.exitCode !== null) throw new Error(`The browser ended with ${child.exitCode} before it could be asked.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The browser did not start within 30 s.')
}

export const mortalBrowser = (): MortalBrowser => {
  const profile = mkdtempSync(join(tmpdir(), 'gradeck-browser-'))
  const told = join(profile, 'DevToolsActivePort')
  let child: ChildProcess | null = null
  let leave: () => Promise<void> = async () => undefined
  const kill = async () => {
    if (child?.pid === undefined) return
    process.kill(-child.pid, 'SIGKILL')
    await ended(child)
    child = null
    await leave().catch(() => undefined)
  }
  return {
    start: async () => {
      rmSync(told, { force: true })
      child = spawn(findBrowser(), [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
        detached: true,
        stdio: 'ignore',
      })
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(told, child)}`)
      leave = () => browser.close()
      const [context] = browser.contexts()
      if (context === undefined) throw new Error('The browser has no window.')
      return context
    },
    kill,
    discard: async () => {
      await kill()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
