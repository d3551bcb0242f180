import type { Json } from '@/lib/core/json'
import type { CardFields, Claim } from '../../proposal'
import type { Candidate } from '../../rules/rule'
import { makeFinder } from '../../words/finder'
import { wordings } from './list'
import type { Wording } from './wording'

/** A word each pattern cannot do without, found faster than the pattern; null where there is none. */
const core = ({ says }: Wording): string | null => {
  const plain = says.source.replace(/\(\?[^()]*\)/g, ' ')
  const words = plain.match(/[\u4e00-\u9fffA-Za-z]{2,}(?![?*{|])/g) ?? []
  return plain.includes('|') ? null : (words.sort((x, y) => y.length - x.length)[0]?.toLowerCase() ?? null)
}

const cores = wordings.map((wording, order) => ({ wording, order, word: core(wording) }))
const coreless = cores.filter(({ word }) => word === null)
const held = makeFinder(cores.flatMap((each) => (each.word === null ? [] : [[each.word, each] as const])))

/** The wordings a text in lower case may hold, in the order of their list. */
const likelyIn = (lower: string): readonly Wording[] =>
  [...coreless, ...held(lower)].sort((a, b) => a.order - b.order).map(({ wording }) => wording)

const mapTexts = (value: Json, change: (text: string) => string): Json => {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item: Json) => mapTexts(item, change))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]))
  return value
}

/** Puts known slips of wording right in everything a card shows, and says so where a term was wrong. */
export const repairWording = (candidate: Candidate): Candidate => {
  if (candidate.rule === 'erratum') return candidate
  const shown = JSON.stringify(candidate.fields)
  const likely = likelyIn(shown.toLowerCase())
  if (likely.length === 0) return candidate
  const around = `${candidate.heading.slice(-2).join(' ')} ${candidate.asks} ${candidate.answer}`
  const found = likely.filter(({ says, near }) => {
    says.lastIndex = 0
    return says.test(shown) && (near === undefined || near.test(around))
  })
  if (found.length === 0) return candidate
  const change = (text: string): string => found.reduce((all, { says, correct }) => all.replace(says, correct), text)
  const fields = mapTexts(candidate.fields, change) as CardFields
  const pairs = found.map(({ says, correct, kind }) => {
    says.lastIndex = 0
    const said = says.exec(shown)?.[0] ?? ''
    return { said, right: said.replace(new RegExp(says.source, says.flags.replace('g', '')), correct) || correct, kind }
  })
  const terms = pairs.filter(({ kind }) => kind === 'term')
  const sentence = (list: typeof pairs): string =>
    candidate.language === 'zh'
      ? list.map(({ said, right }) => `笔记写作“${said}”，应为“${right}”。`).join('')
      : list.map(({ said, right }) => `The notes say "${said}"; correct is "${right}".`).join(' ')
  const claim: Claim = {
    kind: 'erratum',
    entry: 'wording',
    says: pairs.map(({ said }) => said).join(' / '),
    correct: pairs.map(({ right }) => right).join(' / '),
    why: sentence(pairs),
    numbers: [],
  }
  return {
    ...candidate,
    fields: terms.length === 0 ? fields : { ...fields, erratum: sentence(terms) },
    asks: change(candidate.asks),
    answer: change(candidate.answer),
    claim,
  }
}
