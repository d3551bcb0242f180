/// <reference lib="webworker" />
import { decodeWorkerMessage } from './offline/messages'
import { onNotificationClick, onPush } from './offline/notify'
import {
  keepAsset,
  keepAssets,
  keepFigure,
  keepPage,
  keptAsset,
  keptFigure,
  keptPage,
  tidy,
  wantLanguage,
} from './offline/page-cache'
import { offlinePage, shellPages, strategyFor } from './offline/strategy'

declare const self: ServiceWorkerGlobalScope

/**
 * Keeps the page usable without a network, and shows the daily notification. Of the rest it only caches: reviews are the
 * page's business, and travel by /api/sync.
 */
self.addEventListener('install', (event) => {
  event.waitUntil(precache().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()))
})

self.addEventListener('message', (event) => {
  const message = decodeWorkerMessage(event.data)
  if (!message.ok) return
  const told = message.value
  event.waitUntil(
    (told.kind === 'loaded' ? keepAssets(told.paths) : wantLanguage(told.language)).catch(() => undefined),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  const strategy = strategyFor({ method: request.method, url, navigation: request.mode === 'navigate' })
  if (strategy === 'asset') event.respondWith(fromAssets(request))
  if (strategy === 'shell') event.respondWith(fromShell(event, url.pathname))
  if (strategy === 'figure') event.respondWith(fromFigures(request))
  if (strategy === 'reading') event.respondWith(fromNetwork(event, url.pathname))
  if (strategy === 'page') event.respondWith(fetch(request).catch(withoutNetwork))
})

self.addEventListener('push', (event) => event.waitUntil(onPush(self, event.data)))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(onNotificationClick(self))
})

const fromFigures = async (request: Request): Promise<Response> => {
  const kept = await keptFigure(request)
  if (kept) return kept
  const response = await fetch(request)
  await keepFigure(request, response.clone()).catch(() => undefined)
  return response
}

const precache = async (): Promise<void> => {
  for (const page of shellPages) {
    try {
      await keepPage(page, await fetch(page))
    } catch {
      // The network went away in the middle: what is missing is kept when it is next opened.
      return
    }
  }
}

const fromAssets = async (request: Request): Promise<Response> => {
  const kept = await keptAsset(request)
  if (kept) return asAskedFor(request, kept)
  const response = await fetch(request)
  await keepAsset(request, response.clone()).catch(() => undefined)
  return asAskedFor(request, response)
}

/**
 * A worker reads what it shall load from the fragment of its own address, and takes that address from the response, which
 * has no fragment. A response without an address leaves it the one it was asked for under.
 */
const asAskedFor = (request: Request, response: Response): Response =>
  request.destination === 'worker' && response.ok
    ? new Response(response.body, { headers: response.headers })
    : response

const fromShell = async (event: FetchEvent, path: string): Promise<Response> => {
  const kept = await keptPage(path, false)
  if (!kept) return fromNetwork(event, path)
  event.waitUntil(refresh(event.request, path))
  return kept
}

const refresh = async (request: Request, path: string): Promise<void> => {
  try {
    await keepPage(path, await fetch(request))
  } catch {
    // Offline, or the disk is full: the kept page stands.
  }
}

const withoutNetwork = async (error: unknown): Promise<Response> => {
  const kept = await keptPage(offlinePage, true)
  if (kept) return kept
  throw error
}

const fromNetwork = async (event: FetchEvent, path: string): Promise<Response> => {
  try {
    const response = await fetch(event.request)
    if (event.request.mode === 'navigate') event.waitUntil(keepPage(path, response.clone()).catch(() => undefined))
    else event.waitUntil(keepAsset(event.request, response.clone()).catch(() => undefined))
    return response
  } catch (error) {
    const kept = event.request.mode === 'navigate' ? await keptPage(path, true) : await keptAsset(event.request)
    if (kept) return kept
    if (event.request.mode === 'navigate') return withoutNetwork(error)
    throw error
  }
}
