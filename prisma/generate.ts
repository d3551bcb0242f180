import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { composeSchema, type Dialect, dialects } from '@/lib/server/db/dialects'

/** Makes both database clients; does nothing where the models and the generator are those of last time. */
const generate = (dialect: Dialect): void => {
  const require = createRequire(import.meta.url)
  const generated = join(process.cwd(), 'prisma', 'generated')
  const schema = join(generated, 'schema', dialect)
  const files = composeSchema(dialect)
  const version: unknown = require('prisma/package.json').version
  const stamp = createHash('sha256').update(JSON.stringify({ files, version })).digest('hex')
  const stampFile = join(generated, `${dialect}.stamp`)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return

  rmSync(schema, { recursive: true, force: true })
  mkdirSync(schema, { recursive: true })
  for (const file of files) writeFileSync(join(schema, file.path), file.content)
  const run = spawnSync(process.execPath, [require.resolve('prisma/build/index.js'), 'generate', '--schema', schema], {
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  if (run.status !== 0) {
    throw new Error(`The ${dialect} database client could not be generated.\n${run.stdout}${run.stderr}`)
  }
  writeFileSync(stampFile, stamp)
}

for (const dialect of dialects) generate(dialect)
