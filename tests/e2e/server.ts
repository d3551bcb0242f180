import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** A port nobody listens at, for now. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      if (address === null || typeof address === 'string') return reject(new Error('no port'))
      probe.close(() => resolve(address.port))
    })
  })

export interface RunningServer {
  readonly url: string
  readonly output: () => string
  /** As a power cut would: no warning, no clean-up. */
  readonly kill: () => Promise<void>
  /** As Ctrl-C would. Resolves with the exit code. */
  readonly stop: () => Promise<number | null>
}

/** A fresh data folder, with the content already in it where the test run has published it; removed by `discard`. */
export const makeDataFolder = () => {
  const path = mkdtempSync(join(tmpdir(), 'gradeck-e2e-'))
  const published = process.env.GRADECK_PUBLISHED
  if (published !== undefined) cpSync(published, path, { recursive: true })
  return { path, discard: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', (code) => resolve(code))
  })

/** The application as `npm start` runs it, on a free port and a data folder of its own. */
export const startServer = async (
  dataFolder: string,
  port?: number,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningServer> => {
  const listenOn = port ?? (await freePort())
  const child = spawn(process.execPath, ['lib/cli/start.mjs'], {
    cwd: root,
    detached: true,
    env: { ...process.env, PORT: String(listenOn), DATA_DIR: dataFolder, ...env },
  })
  let text = ''
  child.stdout.on('data', (chunk) => (text += chunk))
  child.stderr.on('data', (chunk) => (text += chunk))
  const url = `http://localhost:${listenOn}`
  // A first start publishes, which lints every question; on a busy machine with few cores that takes minutes.
  const deadline = Date.now() + 300_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with exit code ${child.exitCode}:\n${text}`)
    const healthy = await fetch(`${url}/api/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (healthy) break
    if (Date.now() > deadline) throw new Error(`the server did not answer within 300 s:\n${text}`)
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  const signal = (name: NodeJS.Signals) => {
    if (child.pid !== undefined) process.kill(-child.pid, name)
  }
  return {
    url,
    output: () => text,
    kill: async () => {
      signal('SIGKILL')
      await ended(child)
    },
    stop: () => {
      signal('SIGINT')
      return ended(child)
    },
  }
}
