// Runs before anything is installed: plain JavaScript, Node's own modules only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const oldest = [20, 19]

/** Tools ask the network for news of themselves; nothing here needs it. */
export const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  DO_NOT_TRACK: '1',
}

export const requireNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  console.error(
    `Gradeck needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}. Install a newer Node and start again.`,
  )
  process.exit(1)
}

/** Runs a command to its end, its output passed on. Returns its exit code. */
export const run = (command, args, env = {}) => {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...quiet, ...env },
    shell: process.platform === 'win32',
  })
  if (error) console.error(`${command} could not be run: ${error.message}`)
  return status ?? 1
}

const orStop = (what, code) => {
  if (code === 0) return
  console.error(`${what} failed (exit code ${code}); the lines above say why. Nothing was started.`)
  process.exit(code)
}

const filesUnder = (path) => {
  const full = join(root, path)
  if (!existsSync(full)) return []
  const entries = readdirSync(full, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${join('prisma', 'generated')}`))
    .sort()
}

const fingerprint = (files) => {
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(file.slice(root.length))
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Does the work only when what it was made from has changed since it last succeeded. */
const whenChanged = (markFile, files, exists, work) => {
  const mark = join(root, markFile)
  const now = fingerprint(files.filter((file) => existsSync(file)))
  if (exists() && existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  work()
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, now)
}

const named = (...names) => names.map((name) => join(root, name))
const installed = () => existsSync(join(root, 'node_modules', 'next'))
const generated = () =>
  existsSync(join(root, 'prisma', 'generated', 'sqlite')) && existsSync(join(root, 'prisma', 'generated', 'postgresql'))
const built = () => existsSync(join(root, '.next', 'BUILD_ID'))

/** node_modules as the lock file says. */
export const install = () =>
  whenChanged('node_modules/.gradeck-lock', named('package-lock.json'), installed, () => {
    console.log('Installing packages ...')
    orStop('npm ci', run('npm', ['ci', '--no-audit', '--no-fund']))
  })

/** Both Prisma clients from the one schema. */
export const generate = () =>
  whenChanged(
    'prisma/generated/.made-from',
    [...filesUnder('prisma'), ...named('package-lock.json')],
    generated,
    () => {
      console.log('Generating the database clients ...')
      orStop('Generating the database clients', run(process.execPath, ['--import', 'tsx', 'prisma/generate.ts']))
    },
  )

/** The production build of the application. */
export const build = () => {
  const sources = ['app', 'lib', 'public', 'prisma', 'content/welcome'].flatMap(filesUnder)
  const settings = named('package-lock.json', 'next.config.ts', 'proxy.ts', 'tsconfig.json', 'instrumentation.ts')
  whenChanged('.next/made-from', [...sources, ...settings], built, () => {
    console.log('Building the application ...')
    orStop('The build', run(process.execPath, ['node_modules/next/dist/bin/next', 'build']))
  })
}
