import { assetsIn, languageIn, pageKey } from './strategy'

const pages = 'pages-1'
const assets = 'assets-1'
/** Oldest first out: a few builds' worth. */
const mostAssets = 600
const languageKey = '/page-language'

export const cacheNames: readonly string[] = [pages, assets]

/** The language the pages were last wanted in; null before a page said so. */
export const wantedLanguage = async (): Promise<string | null> => {
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
        return assetsIn(await copy.text())
      }),
    )
    next = [...new Set(found.flat())].filter((path) => !done.has(path))
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
