import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const here = join(process.cwd(), 'prisma')
const generated = join(here, 'generated')
const require = createRequire(import.meta.url)

/** The models as one database sees them: every area's file and the dialect's own. */
const compose = (dialect: string): readonly { readonly path: string; readonly content: string }[] => [
  ...readdirSync(join(here, 'schema'))
    .sort()
    .map((path) => ({ path, content: readFileSync(join(here, 'schema', path), 'utf8') })),
  { path: 'provider.prisma', content: readFileSync(join(here, 'providers', `${dialect}.prisma`), 'utf8') },
]

/** Makes a dialect's client; does nothing where the models and the generator are those of last time. */
const generate = (dialect: string): void => {
  const schema = join(generated, 'schema', dialect)
  const files = compose(dialect)
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

for (const dialect of ['sqlite', 'postgresql']) generate(dialect)
