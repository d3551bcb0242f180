import type { Language } from '@/lib/core/language'
import type { WorkerMessage } from './offline/messages'

/**
 * Makes the page usable without a network, where the browser allows it: a secure context (https or localhost). Resolves to
 * false where it does not, and reviewing then needs the server to open the page. Call it again when the language changes.
 */
export const registerServiceWorker = async (language: Language): Promise<boolean> => {
  if (process.env.NODE_ENV !== 'production' || !globalThis.isSecureContext || !('serviceWorker' in navigator))
    return false
  try {
    // The bundler finds the worker by this very expression, and serves it at the root because of the scope.
    await navigator.serviceWorker.register(new URL('./service-worker.ts', import.meta.url), {
      scope: '/',
      updateViaCache: 'none',
    })
    const { active } = await navigator.serviceWorker.ready
    const tell = (message: WorkerMessage) => active?.postMessage(message)
    tell({ kind: 'language', language })
    tell({ kind: 'loaded', paths: loadedAssets() })
    return true
  } catch {
    return false
  }
}

const loadedAssets = (): readonly string[] => {
  const paths = performance
    .getEntriesByType('resource')
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === location.origin && url.pathname.startsWith('/_next/static/'))
    .map((url) => url.pathname)
  return [...new Set(paths)].slice(0, 500)
}
