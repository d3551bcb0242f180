import type { CardFields, Concern } from '../proposal'
import { isChinese, isOverClaim } from '../words/deixis'
import { topicLine } from '../words/topics'
import type { Candidate, Draft, Place } from './rule'

const plain = (text: string): string => text.replace(/\\([*_`$<[\]])/g, '$1')

/** A question's own words with the topics it needs in front. */
const withTopic = (text: string, topics: readonly string[], question: string, answer: string): string => {
  const line = topicLine(topics, question, answer)
  if (line === '') return text
  const shown = line.replace(/[*<]/g, '\\$&')
  return isChinese(text) || isChinese(line) ? `**${shown}**：${text}` : `**${shown}**: ${text}`
}

/** White space at the edges of a gap would keep its signs from closing. */
const gapped = (draft: Extract<Draft, { kind: 'gap' }>): string => {
  const gap = draft.gap.trim()
  const inside = draft.hint === null ? gap : `${gap}::${draft.hint}`
  return `${draft.before}==${inside}==${draft.after}`
}

const stop = (text: string): string => {
  if (/^[\d.,%\s[\]e~–-]+$/.test(text)) return text
  if (/[。？！.?!：:]$/.test(text) || /\$\$\s*$/.test(text)) return text
  return isChinese(text) ? `${text}。` : `${text}.`
}

const longestChinese = 130
const longestEnglish = 300

/** A verdict without "usually" or "in practice" claims to hold everywhere. */
const isUnhedged = (text: string, rule: string): boolean =>
  rule === 'comparison' &&
  /[优好差]|better|worse/.test(text) &&
  !/一般|通常|往往|可能|实践|有时|某些|大多|usually|often|typically|may|in practice/i.test(text)

const concernsOf = (text: string, rule: string): Concern[] => [
  ...(isOverClaim(text) || isUnhedged(text, rule) ? (['over-claim'] as const) : []),
  ...(text.length > (isChinese(text) ? longestChinese : longestEnglish) ? (['long'] as const) : []),
]

interface Drafted {
  readonly rule: string
  readonly confidence: number
  readonly draft: Draft
  readonly from: number
  readonly to: number
  /** Names the fact; the draft's own words where left out. */
  readonly key?: string
  readonly topics?: readonly string[]
}

/** A draft as a candidate card of its type. */
export const draftCard = (place: Place, { rule, confidence, draft, from, to, key, topics }: Drafted): Candidate => {
  const above = topics ?? place.topics
  const question = draft.kind === 'question' ? draft.front : `${draft.before} … ${draft.after}`
  const answer = draft.kind === 'question' ? draft.back : draft.gap
  const body: { type: string; fields: CardFields } =
    draft.kind === 'question'
      ? {
          type: 'basic',
          fields: { front: withTopic(draft.front, above, draft.front, answer), back: stop(capital(draft.back)) },
        }
      : { type: 'cloze', fields: { text: stop(withTopic(gapped(draft), above, question, answer)) } }
  const whole = draft.kind === 'question' ? `${draft.front} ${draft.back}` : `${draft.before}${draft.gap}${draft.after}`
  return {
    rule,
    type: body.type,
    confidence,
    topics: above,
    heading: place.heading,
    language: isChinese(whole) ? 'zh' : place.language,
    fields: body.fields,
    passage: place.unit.block.passage,
    from,
    to,
    asks: plain(question),
    answer: plain(answer),
    key: key ?? `${question}|${answer}`,
    claim: { kind: 'not checked' },
    concerns: concernsOf(whole, rule),
  }
}

const capital = (text: string): string => (isChinese(text) ? text : text.charAt(0).toUpperCase() + text.slice(1))
