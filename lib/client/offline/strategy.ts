/**
 * How the service worker answers a request.
 * `asset`: hashed and immutable, from the cache for good. `shell`: a learner's page, from the cache at once and refreshed
 * behind. `figure`: named by its bytes, from the cache for good. `reading`: from the network, the cache when there is none.
 * `page`: any other page, from the network and never kept; without one a page of ours says so. `network`: not our business.
 */
export type Strategy = 'asset' | 'shell' | 'figure' | 'reading' | 'page' | 'network'

/** Stands in for a page that is not kept when there is no network. */
export const offlinePage = '/offline'

/** The pages that boot from the device's own store, and the one for what the device has not got. */
export const shellPages = [
  '/',
  '/review',
  '/progress',
  '/browse',
  '/settings',
  '/exam',
  '/exam/sit',
  offlinePage,
] as const

export const strategyFor = (request: {
  readonly method: string
  readonly url: URL
  readonly navigation: boolean
}): Strategy => {
  const { pathname, searchParams } = request.url
  if (request.method !== 'GET') return 'network'
  if (pathname.startsWith('/_next/static/')) return 'asset'
  if (pathname.startsWith('/figures/')) return 'figure'
  if (pathname.startsWith('/icons/')) return 'reading'
  // The router asks for a page in pieces; files are opened like pages.
  if (!request.navigation || pathname.startsWith('/api/') || pathname.startsWith('/calendar/')) return 'network'
  // A page asked for with values is not the page itself.
  if ([...searchParams.keys()].length > 0) return 'page'
  if (shellPages.some((page) => page === pathname)) return 'shell'
  return pathname === '/course' || pathname.startsWith('/course/') ? 'reading' : 'page'
}

const asset = /(?:\/_next\/|["'])(static\/[\w./~()[\]-]+?\.(?:js|css))(?=["'\\?)\s])/g

/** Addresses of the hashed assets a page, a style sheet or a script names; scripts name those they load later. */
export const assetsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(asset)].map(([, path]) => `/_next/${path}`)),
]

const formulaFont = /\/media\/(KaTeX_[\w.~-]+?\.woff2)/g

/**
 * Addresses of the fonts formulas are set in, from a style sheet. A page loads each only when a formula needs it, which may
 * first happen without a network.
 */
export const fontsIn = (style: string): readonly string[] => [
  ...new Set([...style.matchAll(formulaFont)].map(([, name]) => `/_next/static/media/${name}`)),
]

/** The language a page is written in, from its `html` tag; `zh-CN` is `zh` here. */
export const languageIn = (html: string): string | null => /<html[^>]*\slang="([a-z]+)[\w-]*"/.exec(html)?.[1] ?? null

/** Both languages live at one address; the cache keeps each under its own. */
export const pageKey = (path: string, language: string): string =>
  `${path}?page-language=${encodeURIComponent(language)}`
