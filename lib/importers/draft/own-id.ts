/** What an export writes so that an import finds the card again: `id`, or `id@version#variant` where it froze one. */
const written = /^([a-z0-9][a-z0-9.-]{0,90})(?:@[0-9a-f]+)?(?:#(\d{1,4}))?$/

/** The id of a card of ours in a field for ids; null for any other. Frozen variants of one card are cards of their own. */
export const ownId = (field: string): string | null => {
  const [, id, variant] = written.exec(field.trim()) ?? []
  if (id === undefined) return null
  return variant === undefined ? id : `${id}.v${variant}`
}
