const schemes = ['https:', 'http:', 'mailto:', 'concept:', 'section:']
const inner = /^(concept|section):([a-z0-9][a-z0-9-]*)$/

export type LinkTarget =
  | { readonly kind: 'outside'; readonly href: string }
  | { readonly kind: 'concept' | 'section' | 'anchor'; readonly id: string; readonly href: string }

/** Where a link may lead; null for everything not on the list, such as `javascript:` and `data:`. */
export const linkTarget = (url: string): LinkTarget | null => {
  if (url.startsWith('#') && url.length > 1) return { kind: 'anchor', id: url.slice(1), href: url }
  const [, kind, id] = inner.exec(url) ?? []
  if ((kind === 'concept' || kind === 'section') && id !== undefined) return { kind, id, href: url }
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase()
  if (scheme === undefined || !schemes.includes(scheme) || scheme === 'concept:' || scheme === 'section:') return null
  return { kind: 'outside', href: url }
}

/** A figure of the deck itself: below `figures/`, no way out of it. */
export const isFigure = (url: string): boolean =>
  /^figures\/(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:svg|png|jpe?g|webp|avif|gif)$/.test(url)
