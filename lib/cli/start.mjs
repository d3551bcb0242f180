// `npm start`: from a fresh clone to a running server, each step skipped when its work is done already.
import { spawn } from 'node:child_process'
import { build, generate, install, quiet, requireNode, root } from './prepare.mjs'

requireNode()
install()
generate()
build()

const server = spawn(
  process.execPath,
  ['--conditions=react-server', '--import', 'tsx', 'lib/cli/gradeck.ts', 'serve'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...quiet, NODE_ENV: 'production' } },
)

// Ctrl-C reaches the whole group; a plain SIGTERM reaches only this process and is passed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => server.kill('SIGTERM'))
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
