import 'server-only'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'

const pagesFolder = (): string => join(/* turbopackIgnore: true */ process.cwd(), '.next', 'server', 'app')

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

const scriptHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** CSP sources allowing exactly the inline scripts of a page. Our own scripts never hold the text `</script>`. */
export const scriptHashes = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(inlineScript)].map(([, text = '']) => scriptHash(text))),
]

const known = new Map<string, readonly string[] | null>()

/** Hashes of the inline scripts of a page that was rendered at build time; null for one rendered on request. */
const hashesOf = (page: string): readonly string[] | null => {
  const name = normalize(`/${page}`)
  const cached = known.get(name)
  if (cached !== undefined) return cached
  const file = join(/* turbopackIgnore: true */ pagesFolder(), `${name === '/' ? 'index' : name}.html`)
  const hashes = existsSync(file) ? scriptHashes(readFileSync(file, 'utf8')) : null
  // Addresses come from outside: only pages that exist are remembered.
  if (hashes) known.set(name, hashes)
  return hashes
}

const policy = (scripts: readonly string[]): string =>
  [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src-elem 'self'",
    // Formulas are set with style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** While developing, the bundler evaluates code, adds styles and talks over a web socket. */
const developing = policy(["'unsafe-inline'", "'unsafe-eval'"])
  .replace("style-src-elem 'self'", "style-src-elem 'self' 'unsafe-inline'")
  .replace("connect-src 'self'", "connect-src 'self' ws: wss:")

/**
 * The policy for a page. Pages of the build carry the hashes of their own inline scripts, so that a copy kept for offline
 * use stays allowed; pages rendered on request get the nonce, and the hash of the script that runs before the first paint,
 * which the layout writes without one so that it can be part of static pages.
 */
export const pagePolicy = (
  page: string,
  nonce: string,
  mode: 'development' | 'production',
  beforePaint: string,
): { readonly policy: string; readonly needsNonce: boolean } => {
  if (mode === 'development') return { policy: developing, needsNonce: false }
  const hashes = hashesOf(page)
  if (hashes) return { policy: policy(hashes), needsNonce: false }
  // An address that leads nowhere is answered with a page of the build.
  return {
    policy: policy([`'nonce-${nonce}'`, scriptHash(beforePaint), ...(hashesOf('_not-found') ?? [])]),
    needsNonce: true,
  }
}
