import { type Prose, type Sentence, stretch } from './sentences'

export const isOneBold = (raw: string): boolean =>
  /^(?:\*\*(?:(?!\*\*)[^\n])+\*\*|__(?:(?!__)[^\n])+__)[ \t]*$/.test(raw.slice(0, 300))

const titleStop = /[。！？；]|[.!?](?:\s|$)|[，,]/

/** What the first words of an item say of its topic: a bold name, a name before a colon, or a short line with more below. */
export const titleOf = (prose: Prose, last: boolean): { title: string; sentence: Sentence | null } | null => {
  const [first, second, third] = prose.tokens
  const raw = prose.passage.raw
  const whole = prose.text
  if (isOneBold(raw)) return { title: whole, sentence: stretch(prose, 0, raw.length) }
  const colon = colonOf(prose)
  if (colon !== null && colon.head.length <= 40) return { title: colon.head, sentence: null }
  if (first?.kind === 'strong' && second !== undefined && third?.kind === 'strong' && third.to <= 60) {
    const name = stretch(prose, 0, third.to)
    const rest = raw.slice(third.to).trim()
    if (name !== null && (rest === '' || /^[（(\n.。]/.test(rest)))
      return { title: name.text.replace(/[。.：:]$/, ''), sentence: name }
  }
  if (!last && whole.length > 0 && whole.length <= 40 && !titleStop.test(whole))
    return { title: whole, sentence: stretch(prose, 0, raw.length) }
  return null
}

interface Colon {
  readonly head: string
  readonly headTo: number
  /** Where the words behind it begin. */
  readonly from: number
}

/** Several rules ask for the colon of the same paragraph. */
const colons = new WeakMap<Prose, Colon | null>()

/** `name: text`, the colon outside formulas and not part of a time, a ratio or an address. */
export const colonOf = (prose: Prose): Colon | null => {
  const known = colons.get(prose)
  if (known !== undefined) return known
  const found = findColon(prose)
  colons.set(prose, found)
  return found
}

const findColon = (prose: Prose): Colon | null => {
  const { raw } = prose.passage
  let bold = 0
  for (const token of prose.tokens) {
    if (token.from > 80) return null
    if (token.kind === 'strong') bold++
    if (token.kind !== 'text') continue
    const found = /：|:(?=\s|$)|(?<=[\u2e80-\u9fff]):|[ \t](?:—|–|--)[ \t]/.exec(token.value)
    const stopAt = /[。！？]/.exec(token.value)
    if (stopAt !== null && (found === null || stopAt.index < found.index)) return null
    if (found === null) continue
    const at = token.from + found.index
    const head = stretch(prose, 0, at)
    // `**name:** text` closes its bold behind the colon.
    let from = at + found[0].length
    if (bold % 2 === 1) {
      const closer = prose.tokens.find((next) => next.kind === 'strong' && next.from >= at)
      if (closer === undefined || closer.from > from + 1) return null
      from = closer.to
    }
    if (head === null || head.text.length > 60 || raw.slice(from).trim() === '') return null
    return { head: head.text, headTo: at, from }
  }
  return null
}

export const cleanTitle = (text: string): string =>
  text
    .replace(/\\(?=[*_`$<[])/g, '')
    .replace(/[：:]\s*$/, '')
    .trim()
