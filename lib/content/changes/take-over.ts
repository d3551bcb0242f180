import { type CardItem, cutItems } from '../yaml/card-items'

/** A text as it was when it was copied, as it is here, and as it is where it was copied from; null where it is not. */
export interface Sides {
  readonly base: string | null
  readonly mine: string | null
  readonly theirs: string | null
}

export interface TakenOver {
  readonly text: string | null
  /** What both sides changed, so that ours stays: ids of entries, or the file's path. */
  readonly kept: readonly string[]
}

/** Whose text it is; null where both sides changed it, each in its own way. */
const oneSided = ({ base, mine, theirs }: Sides): { readonly text: string | null } | null => {
  if (mine === base) return { text: theirs }
  return theirs === base || theirs === mine ? { text: mine } : null
}

const idOf = ({ text }: CardItem): string | null => /^\s*-\s*(?:\{\s*)?id:\s*["']?([\w.-]+)/.exec(text)?.[1] ?? null

/** The entries of a list by their ids, in order; null where it is no plain list of entries with ids of their own. */
const entriesOf = (text: string | null): ReadonlyMap<string, string> | null => {
  const cut = cutItems(text ?? '')
  if (cut === null) return null
  const ids = cut.items.map(idOf)
  if (ids.includes(null) || new Set(ids).size < ids.length) return null
  return new Map(cut.items.map((item) => [idOf(item) ?? '', item.text]))
}

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`)

const mergeEntries = (sides: Sides): TakenOver | null => {
  const [base, mine, theirs] = [entriesOf(sides.base), entriesOf(sides.mine), entriesOf(sides.theirs)]
  if (base === null || mine === null || theirs === null) return null
  const kept: string[] = []
  const settle = (id: string): string | null => {
    const entry = { base: base.get(id) ?? null, mine: mine.get(id) ?? null, theirs: theirs.get(id) ?? null }
    const plain = (text: string | null) => text?.trimEnd() ?? null
    const one = oneSided({ base: plain(entry.base), mine: plain(entry.mine), theirs: plain(entry.theirs) })
    if (one === null) kept.push(id)
    return one === null || one.text === plain(entry.mine) ? entry.mine : entry.theirs
  }
  const order = [...new Set([...mine.keys(), ...theirs.keys()])]
  const texts = order.flatMap((id) => settle(id) ?? [])
  const head = cutItems(sides.mine ?? '')?.head ?? ''
  return { text: head + texts.map((text, at) => (at < texts.length - 1 ? ended(text) : text)).join(''), kept }
}

/**
 * Takes what changed in an original into a copy of it. What only one side changed is that side's; a list both changed is
 * settled entry by entry; and where both changed the same thing, the copy keeps its own.
 */
export const takeOver = (path: string, sides: Sides): TakenOver => {
  const one = oneSided(sides)
  if (one !== null) return { text: one.text, kept: [] }
  const merged = sides.mine !== null && sides.theirs !== null && /\.ya?ml$/.test(path) ? mergeEntries(sides) : null
  return merged ?? { text: sides.mine, kept: [path] }
}
