/**
 * Where a link in the notes leads: `concept:` and `section:` name things of the same deck, the rest must be of the web.
 * Null means that the words stay words.
 */
export const hrefInCourse = (href: string, deck: string | null): string | null => {
  const named = /^(concept|section):([\w.-]+)(#[\w.-]+)?$/.exec(href)
  if (named) {
    const [, kind, id, anchor] = named
    if (deck === null || id === undefined) return null
    const place = kind === 'concept' ? `concept/${encodeURIComponent(id)}` : encodeURIComponent(id)
    return `/course/${encodeURIComponent(deck)}/${place}${anchor ?? ''}`
  }
  return /^(https?:\/\/|#[\w-]|\/(?!\/))/.test(href) ? href : null
}
