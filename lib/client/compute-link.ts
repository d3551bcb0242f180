import type { Graph } from '@/lib/compute/graph'
import type { Values } from '@/lib/compute/values'
import { type ComputeReply, type ComputeRequest, readReply } from './compute-messages'

/** What is used of a Worker, so that a test can stand in for one. */
export interface WorkerPort {
  postMessage(message: ComputeRequest): void
  terminate(): void
  /** Called once, before the first message is posted. */
  listen(onMessage: (data: unknown) => void, onError: (message: string) => void): void
}

export interface LinkLimits {
  /** Until the backend is chosen, in milliseconds; includes loading the worker's code. */
  readonly start: number
  /** Until one graph is computed, in milliseconds; includes compiling its shaders. */
  readonly run: number
}

/** Why a link is of no more use; it has been closed. */
export class LinkFault extends Error {
  constructor(
    readonly reason: 'timeout' | 'failed' | 'context-lost',
    message: string,
  ) {
    super(message)
  }
}

export type Ready = Extract<ComputeReply, { kind: 'ready' }>
export type Done = Extract<ComputeReply, { kind: 'done' }>

/** A worker with one backend. Any fault closes it; whoever holds it opens another. */
export interface ComputeLink {
  readonly ready: Promise<Ready>
  /** One at a time. */
  run(graph: Graph, values: Values): Promise<Done>
  /** Null while the worker lives. */
  fault(): LinkFault | null
  close(): void
}

interface Waiting {
  readonly take: (reply: ComputeReply) => boolean
  readonly fail: (fault: LinkFault) => void
}

export const openLink = (worker: WorkerPort, allowWebgl: boolean, limits: LinkLimits): ComputeLink => {
  let fault: LinkFault | null = null
  let waiting: Waiting | null = null
  let runs = 0
  const end = (why: LinkFault): void => {
    if (fault !== null) return
    fault = why
    worker.terminate()
    waiting?.fail(why)
    waiting = null
  }
  const receive = (data: unknown): void => {
    const reply = readReply(data)
    if (reply === null) return
    if (reply.kind === 'context-lost') end(new LinkFault('context-lost', 'The graphics card was taken away.'))
    else if (reply.kind === 'failed') end(new LinkFault('failed', reply.message))
    else if (waiting?.take(reply)) waiting = null
  }
  worker.listen(receive, (message) => end(new LinkFault('failed', message)))
  const ask = <Reply extends ComputeReply>(
    request: ComputeRequest,
    limit: number,
    answers: (reply: ComputeReply) => reply is Reply,
  ): Promise<Reply> =>
    new Promise<Reply>((resolve, reject) => {
      if (fault !== null) return reject(fault)
      const timer = setTimeout(
        () => end(new LinkFault('timeout', `The compute worker did not answer within ${limit / 1000} seconds.`)),
        limit,
      )
      waiting = {
        take: (reply) => {
          if (!answers(reply)) return false
          clearTimeout(timer)
          resolve(reply)
          return true
        },
        fail: (why) => {
          clearTimeout(timer)
          reject(why)
        },
      }
      worker.postMessage(request)
    })
  const ready = ask({ kind: 'start', allowWebgl }, limits.start, (reply): reply is Ready => reply.kind === 'ready')
  return {
    ready,
    run: async (graph, values) => {
      await ready
      const id = ++runs
      const isMine = (reply: ComputeReply): reply is Done => reply.kind === 'done' && reply.id === id
      return ask({ kind: 'run', id, graph, values }, limits.run, isMine)
    },
    fault: () => fault,
    close: () => end(new LinkFault('failed', 'The compute worker was closed.')),
  }
}
