import 'server-only'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { addressHeader } from '../auth/visitor'
import { logFormat, metricsOn, publicUrl, trustedProxies } from '../env'
import { makeClientAddress } from './client-address'
import { tell } from './log'
import { countRequest, metricsText } from './metrics'
import { routeGroup } from './route-group'

/** Counts and tells each request once it has been answered, or its asker has gone. */
const watch = (request: IncomingMessage, response: ServerResponse): void => {
  const start = performance.now()
  response.once('close', () => {
    const { method = 'GET', url = '/' } = request
    const status = response.writableFinished ? response.statusCode : 499
    const ms = performance.now() - start
    const route = routeGroup(url, status)
    countRequest(method, route, status, ms / 1000)
    if (logFormat() === 'json') tell('info', 'request', { method, route, status, ms: Math.round(ms) })
  })
}

/** A server that can be ended without cutting off whoever is being answered. */
export interface Answering {
  /** Begins to listen. A refusal is the reason why it cannot. */
  readonly listen: (port: number, host: string) => Promise<string | null>
  /** Takes no more connections, finishes what is being answered, for `ms` at most, and closes those that are open. */
  readonly end: (ms: number) => Promise<void>
}

const answering = (listener: RequestListener): Answering => {
  const open = new Set<ServerResponse>()
  let whenEmpty = (): void => {}
  const server = createServer((request, response) => {
    open.add(response)
    response.once('close', () => {
      open.delete(response)
      if (open.size === 0) whenEmpty()
    })
    listener(request, response)
  })
  return {
    listen: (port, host) =>
      new Promise((resolve) => {
        server.once('error', (error) => resolve(error.message))
        server.listen(port, host, () => resolve(null))
      }),
    end: async (ms) => {
      if (!server.listening) return
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      let late: NodeJS.Timeout | undefined
      const finished = new Promise<void>((resolve) => {
        whenEmpty = resolve
        late = setTimeout(resolve, ms)
      })
      if (open.size > 0) await finished
      clearTimeout(late)
      // Browsers keep connections open that never asked for anything.
      server.closeAllConnections()
      await closed
    },
  }
}

/** Answers by `listener`: each request carries the address it comes from, and is watched where somebody looks. */
export const answerRequests = (listener: RequestListener): Answering => {
  const clientAddress = makeClientAddress(trustedProxies(), publicUrl() !== null)
  const watched = metricsOn() !== null || logFormat() === 'json'
  return answering((request, response) => {
    const forwarded = request.headers['x-forwarded-for']
    const hops = Array.isArray(forwarded) ? forwarded.join(',') : forwarded
    request.headers[addressHeader] = clientAddress(request.socket.remoteAddress, hops)
    if (watched) watch(request, response)
    listener(request, response)
  })
}

/** Answers Prometheus. It knows one address and nothing of anybody. */
export const answerMetrics = (): Answering =>
  answering(async (request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end()
    const { contentType, text } = await metricsText()
    response.writeHead(200, { 'content-type': contentType }).end(text)
  })
