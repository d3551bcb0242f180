import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { CollectionSpec } from '../support/anki-package'

/** A package of Anki. A process of its own writes it, as the modules of the server that do are closed to this one. */
export const packageFile = (spec: CollectionSpec): Buffer => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', join(import.meta.dirname, 'write-package.ts')],
    { cwd: join(import.meta.dirname, '..', '..'), input: JSON.stringify(spec) },
  )
  if (status !== 0) throw new Error(`The package could not be written:\n${stderr}`)
  return stdout
}
