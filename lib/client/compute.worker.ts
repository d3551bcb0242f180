import { type BrowserBackend, startBackend } from '@/lib/compute/engine/browser'
import { runGraph } from '@/lib/compute/engine/run'
import { usedFunctions } from '@/lib/compute/engine/used-functions'
import { type ComputeReply, type ComputeRequest, readRequest } from './compute-messages'

const reply = (message: ComputeReply): void => postMessage(message)

const textOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))

let started: Promise<BrowserBackend> | null = null

const start = async (allowWebgl: boolean): Promise<void> => {
  started ??= startBackend(allowWebgl)
  const backend = await started
  backend.onContextLost(() => reply({ kind: 'context-lost' }))
  reply({ kind: 'ready', backend: backend.name, note: backend.note })
}

const run = async ({ id, graph, values }: Extract<ComputeRequest, { kind: 'run' }>): Promise<void> => {
  const backend = await started
  if (backend === null) throw new Error('the worker was asked to run before it was started')
  backend.takeCpuKernels()
  const asks = await runGraph(usedFunctions, graph, values)
  const onCpu = backend.takeCpuKernels().length > 0
  const computed = asks.map(({ name, value }) => ({ name, values: [...value.data] }))
  reply({ kind: 'done', id, asks: computed, onCpu, tensors: usedFunctions.memory().numTensors })
}

addEventListener('message', (event: MessageEvent<unknown>) => {
  const request = readRequest(event.data)
  if (request === null) return
  const work = request.kind === 'start' ? start(request.allowWebgl) : run(request)
  work.catch((fault: unknown) =>
    reply({ kind: 'failed', id: request.kind === 'run' ? request.id : null, message: textOf(fault) }),
  )
})
