import 'server-only'
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { InputOf, JobName, OutputOf, PartOf } from './jobs'

/** What one work may take; beyond it the process is ended and nothing came of it. */
const limits = { heapMib: 1536, ms: 180_000 }

/** Room to begin with: a process that lives for one large piece of work need not look for garbage in it early on. */
const roomy = ['--min-semi-space-size=64', '--max-semi-space-size=64', '--initial-heap-size=1024']

type Said = { readonly kind: 'part' | 'done'; readonly value: unknown }

/**
 * Runs work in a process of its own, so that this one goes on serving and a file that breaks its reader breaks nothing else. Refuses with
 * `too-long` when it took more time or memory than one piece of work may. @throws what the other process died of.
 */
export const runApart = <N extends JobName>(
  name: N,
  input: InputOf<N>,
  onPart: (part: PartOf<N>) => void = () => {},
): Promise<Result<OutputOf<N>, 'too-long'>> =>
  new Promise((resolve, reject) => {
    const file = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'server', 'jobs', 'apart.ts')
    const child = fork(/* turbopackIgnore: true */ file, [], {
      execArgv: ['--conditions=react-server', `--max-old-space-size=${limits.heapMib}`, ...roomy, '--import', 'tsx'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let told = ''
    let tooLong = false
    let output: { readonly value: OutputOf<N> } | null = null
    const timer = setTimeout(() => {
      tooLong = true
      child.kill('SIGKILL')
    }, limits.ms)
    child.stderr?.on('data', (chunk: Buffer) => {
      told = `${told}${chunk.toString()}`.slice(-4000)
    })
    child.on('message', (message) => {
      // Both ends are ours, of one version.
      const said = message as Said
      if (said.kind === 'part') return onPart(said.value as PartOf<N>)
      output = { value: said.value as OutputOf<N> }
      child.disconnect()
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      if (output !== null) resolve(ok(output.value))
      // Out of memory, V8 ends the process itself.
      else if (tooLong || signal === 'SIGABRT' || code === 134) resolve(refuse('too-long'))
      else reject(new Error(`The work "${name}" ended early (${signal ?? code}): ${told}`))
    })
    child.send({ name, input })
  })
