import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Publishes the content once, before all tests; each test file begins with a copy. Linting every question takes a while. */
export default async function publishOnce(): Promise<() => void> {
  const folder = await mkdtemp(join(tmpdir(), 'gradeck-published-'))
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      '--conditions=react-server',
      '--import',
      'tsx',
      'lib/cli/gradeck.ts',
      'publish',
      process.env.CONTENT_DIR ?? 'content',
    ],
    { cwd: join(import.meta.dirname, '..', '..'), env: { ...process.env, DATA_DIR: folder }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The content could not be published for the tests:\n${stdout}${stderr}`)
  process.env.GRADECK_PUBLISHED = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
