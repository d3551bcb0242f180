import 'server-only'
import { jobs } from './jobs'

/** The other end of `runApart`: waits for one order, does it, and ends with its parent's leave. */
const serveOnce = async (message: unknown): Promise<void> => {
  const { name, input } = message as { readonly name: keyof typeof jobs; readonly input: unknown }
  const send = (kind: 'part' | 'done', value: unknown) => process.send?.({ kind, value })
  const job = (await jobs[name]()) as (input: unknown, send: (part: unknown) => void) => Promise<unknown>
  send('done', await job(input, (part) => send('part', part)))
}

process.once('message', (message) => {
  serveOnce(message).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`, () =>
      process.exit(1),
    )
  })
})
process.once('disconnect', () => process.exit(0))
