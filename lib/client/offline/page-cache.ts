import { assetsIn, fontsIn, languageIn, pageKey } from './strategy'

const pages = 'pages-1'
const assets = 'assets-1'
const figures = 'figures-1'
/** Oldest first out: a few builds' worth. */
const mostAssets = 600
/** Beyond this many, figures that no coming card shows are dropped. */
const mostFigures = 200
const languageKey = '/page-language'

const cacheNames: readonly string[] = [pages, assets, figures]

/** The language the pages were last wanted in; null before a page said so. */
const wantedLanguage = async (): Promise<string | null> => {
  const stored = await (await caches.open(pages)).match(languageKey)
  return stored ? stored.text() : null
}

export const wantLanguage = async (language: string): Promise<void> =>
  (await caches.open(pages)).put(languageKey, new Response(language))

/** The kept page in the wanted language; with `any`, in whichever there is. */
export const keptPage = async (path: string, any: boolean): Promise<Response | undefined> => {
  const cache = await caches.open(pages)
  const language = await wantedLanguage()
  const exact = language === null ? undefined : await cache.match(pageKey(path, language))
  return exact ?? (any || language === null ? cache.match(path, { ignoreSearch: true }) : undefined)
}

/** Keeps a page and every script and style it names: a page without them would be white when offline. */
export const keepPage = async (path: string, response: Response): Promise<void> => {
  if (!keepable(response)) return
  const html = await response.clone().text()
  const language = languageIn(html)
  if (language === null) return
  await keepAssets(assetsIn(html))
  await (await caches.open(pages)).put(pageKey(path, language), response)
}

export const keptAsset = async (request: Request): Promise<Response | undefined> =>
  (await caches.open(assets)).match(request, { ignoreVary: true })

export const keepAsset = async (request: Request | string, response: Response): Promise<void> => {
  if (keepable(response)) await (await caches.open(assets)).put(request, response)
}

/** Keeps assets and everything they in turn name: a page may ask for its later scripts when there is no network any more. */
export const keepAssets = async (paths: readonly string[]): Promise<void> => {
  const cache = await caches.open(assets)
  const done = new Set<string>()
  let next = paths
  while (next.length > 0) {
    const found = await Promise.all(
      next.map(async (path) => {
        done.add(path)
        if (await cache.match(path, { ignoreVary: true })) return []
        const response = await fetch(path)
        const copy = response.clone()
        await keepAsset(path, response)
        if (!/\.(js|css)$/.test(path)) return []
        const text = await copy.text()
        return [...assetsIn(text), ...fontsIn(text)]
      }),
    )
    next = [...new Set(found.flat())].filter((path) => !done.has(path))
  }
}

/** A figure is named by its bytes: what is kept is right for ever. */
export const keptFigure = async (request: Request): Promise<Response | undefined> =>
  (await caches.open(figures)).match(request, { ignoreVary: true })

export const keepFigure = async (request: Request | string, response: Response): Promise<void> => {
  if (keepable(response)) await (await caches.open(figures)).put(request, response)
}

/** Keeps the figures of coming cards, as far as there is a network and room; those nobody needs any more make way. */
export const keepFigures = async (paths: readonly string[]): Promise<void> => {
  if (!('caches' in globalThis)) return
  try {
    const cache = await caches.open(figures)
    const wanted = new Set(paths)
    const kept = await cache.keys()
    const superfluous = kept.filter(({ url }) => !wanted.has(new URL(url).pathname))
    for (const key of superfluous.slice(0, Math.max(0, kept.length - mostFigures))) await cache.delete(key)
    for (const path of wanted) {
      if (!(await cache.match(path, { ignoreVary: true }))) await keepFigure(path, await fetch(path))
    }
  } catch {
    // No network, or no room: the words of the cards are there all the same.
  }
}

/** Drops caches of other versions of this worker, and the oldest assets. */
export const tidy = async (): Promise<void> => {
  for (const name of await caches.keys()) if (!cacheNames.includes(name)) await caches.delete(name)
  const cache = await caches.open(assets)
  const keys = await cache.keys()
  for (const key of keys.slice(0, Math.max(0, keys.length - mostAssets))) await cache.delete(key)
}

/** A redirected answer may not stand in for a page, and an error is not worth keeping. */
const keepable = (response: Response): boolean =>
  response.status === 200 && response.type === 'basic' && !response.redirected
