import 'server-only'

const firstOf = (path: string): string => /^\/([^/?]*)/.exec(path)?.[1] ?? ''

/**
 * The kind of address a request asks for: `api/sync`, `figures`, `asset`, `page`. Never the address itself, which may hold
 * the secret of a link; and never a word a stranger made up, of which there is no end.
 */
export const routeGroup = (address: string, status: number): string => {
  const first = firstOf(address)
  if (first === '_next' || first === 'icons' || first === 'screenshots') return 'asset'
  if (first === 'figures' || first === 'calendar') return first
  if (first !== 'api') return 'page'
  const name = firstOf(address.slice('/api'.length))
  return status === 404 || !/^[a-z-]{1,24}$/.test(name) ? 'api' : `api/${name}`
}
