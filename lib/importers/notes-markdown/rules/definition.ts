import { type Prose, type Sentence, stretch } from '../parse/sentences'
import { colonOf } from '../parse/titles'
import { isChinese, isUnfinished, pointsOutside, withoutOpeners } from '../words/deixis'
import { lowerFirst } from '../words/lower-first'
import { draftCard } from './draft-card'
import { enumeration } from './enumeration'
import type { Candidate, Found, Place, UnitRule } from './rule'
import { nothing } from './rule'
import { sayable } from './sayable'
import { termsIn } from './sentences/gap'
import { sentenceRules } from './sentences/list'
import { segmentsOf } from './sentences/segments'
import { firstFact } from './sentences/trim'

const isBold = (prose: Prose): boolean =>
  prose.tokens[0]?.kind === 'strong' || prose.tokens.some((token) => token.kind === 'strong' && token.from < 30)

/** Heads that file or announce rather than name. */
const noTerm =
  /^(?:注意?|例如|比如|如下|其中|其思路|问题|答案?|解|证明?|提示|参考|链接|作者|来源|例子?|小结|总结|注释|备注|说明|原文|翻译|.*(?:视频|笔记|作业|代码|课程|网站|地址|资料)|note|example|source|link|see|tip|warning|todo|where|author|date|tags?|url|answer|question|proof|hint|remark)$|实践中|^在|有以下|如下|[，,。！？]|的(?:原因|方法|做法)$|^第[一二三]/i

/** Words behind a colon that comment instead of defining. */
const comments = /^(?:理论上|实际|但|如果|因为|通常|一般|不要|应该|需要|in practice|in theory|usually|do not|don't)/i

const definitionZh =
  /^(.{2,24}?)(?:（[^）]{1,30}）|\([^)]{1,30}\))?(?:就是|顾名思义就是|指的是|是指|指|，即|即)(.{4,})$/u
const definitionEn =
  /^(?:(?:[Aa]n?|[Tt]he) (?!main |biggest |key |typical |default )|)([A-Za-z][\w\s'-]{2,40}?)(?: \([^)]{1,40}\))? (?:(?:is|are) (?:defined as |simply )?(?=an? |the (?!same|case|reason|main|most|only))|refers? to |denotes? |stands? for )(.{10,})$/u

const examples = /等等?$|\betc\.?$/

/** What to ask of a name: what it is, what belongs to it, or what it stands for where the notes only pair two words. */
const askOf = (term: string, said: string, chinese: boolean, bold: boolean): string => {
  if (examples.test(said)) return chinese ? `${term}有哪些例子？` : `Which examples are there of ${term}?`
  if (chinese && !bold && said.length <= 20 && !/[用是将把对取求时使让]/.test(said)) return `“${term}”对应什么？`
  return ask(term, chinese)
}

const ask = (term: string, chinese: boolean): string => (chinese ? `什么是${term}？` : `What is ${term}?`)

/** An English term with the article a question needs. A capital may be a name's: it stays unless the term is known. */
const named = (text: string, term: string): string => {
  const article = /^(?:an?|the) /i.exec(text)?.[0] ?? ''
  if (article !== '') return `${article.toLowerCase()}${term}`
  return termsIn(term)[0]?.from === 0 ? lowerFirst(term) : term
}

/** Words that tell what to do, or that an answer has other things in it than a definition. */
const isFact = (text: string): boolean => sayable(text) || /\$/.test(text)

const fromColon = (place: Place, prose: Prose): Found => {
  const colon = colonOf(prose)
  if (colon === null || colon.head.length < 2) return nothing
  const first = prose.sentences[0]
  const end = Math.max(
    colon.from,
    prose.sentences.find((sentence) => sentence.to > colon.from)?.to ?? prose.passage.raw.length,
  )
  const said = stretch(prose, colon.from, end)
  const whole = stretch(prose, 0, end)
  if (said === null || whole === null || first === undefined || isUnfinished(whole.text)) return nothing
  const listed = enumeration(place, colon.head, said, whole)
  if (listed !== null) return { candidates: [listed], taken: [[0, end]] }
  if (noTerm.test(colon.head) || colon.head.includes('、')) return nothing
  if (comments.test(said.text)) return nothing
  const fact = firstFact(said.text).replace(/^(?:is|are) (?=an? |the )/i, '')
  if (!isFact(fact) || pointsOutside(fact, 6)) return nothing
  const chinese = isChinese(fact + colon.head)
  const topics = place.topics.filter((topic) => topic !== colon.head)
  const candidates: Candidate[] = [
    draftCard(place, {
      rule: 'definition',
      confidence: isBold(prose) ? 0.85 : 0.75,
      draft: {
        kind: 'question',
        front: askOf(colon.head, said.text, chinese, isBold(prose)),
        back: examples.test(said.text) ? said.text : fact,
      },
      from: whole.from,
      to: whole.to,
      key: `definition|${colon.head}`,
      topics,
    }),
  ]
  const rest = examples.test(said.text) ? '' : said.text.slice(fact.length).replace(/^[，,\s]+/, '')
  return { candidates: [...candidates, ...furtherFacts(place, colon.head, rest, whole)], taken: [[0, end]] }
}

/** What a definition says beyond its first fact, one sentence rule at a time, about the same term. */
const furtherFacts = (place: Place, term: string, rest: string, whole: Sentence): Candidate[] => {
  const topics = place.topics.includes(term) ? place.topics : [...place.topics, term]
  return segmentsOf(rest).flatMap((segment): Candidate[] => {
    const text = withoutOpeners(segment)
    if (!sayable(text)) return []
    for (const rule of sentenceRules) {
      const draft = rule.read(text, whole, { ...place, topics })
      if (draft === null) continue
      if (pointsOutside(draft.kind === 'question' ? draft.front.replace(/^为什么/, '') : draft.before + draft.gap, 3))
        return []
      return [
        draftCard(place, {
          rule: rule.name,
          confidence: rule.confidence - 0.05,
          draft,
          from: whole.from,
          to: whole.to,
          topics,
        }),
      ]
    }
    return []
  })
}

const fromSentence = (place: Place, prose: Prose): Found => {
  const candidates: Candidate[] = []
  const taken: [number, number][] = []
  for (const sentence of prose.sentences) {
    const text = withoutOpeners(sentence.text)
    const found = definitionZh.exec(text) ?? definitionEn.exec(text)
    const [, term = '', said = ''] = found ?? []
    if (
      found === null ||
      term.length < 2 ||
      noTerm.test(term) ||
      pointsOutside(term) ||
      pointsOutside(said, 6) ||
      said.startsWith('$')
    )
      continue
    if (
      /[\uE000$]/.test(term) ||
      isUnfinished(text) ||
      !sayable(said) ||
      /^(?:因为|由于|如果|当|通过|在|对|将|只)/.test(term)
    )
      continue
    const chinese = isChinese(text)
    const fact = firstFact(said)
    if (fact.length < 5) continue
    if (chinese && /(?:不|也|就|都|而|只|则|才|会|常|可能|这|那)$|需要|经常|可以|使用|解决|第.个|一个|我们/.test(term))
      continue
    candidates.push(
      draftCard(place, {
        rule: 'definition',
        confidence: 0.7,
        draft: { kind: 'question', front: ask(chinese ? term : named(text, term), chinese), back: fact },
        from: sentence.from,
        to: sentence.to,
        key: `definition|${term}`,
      }),
    )
    taken.push([sentence.from, sentence.to])
  }
  return { candidates, taken }
}

/** A term and what it is: behind a colon, or said with "is". */
export const definition: UnitRule = {
  name: 'definition',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'prose') return nothing
    const colon = fromColon(place, unit.prose)
    if (colon.candidates.length > 0) return colon
    return fromSentence(place, unit.prose)
  },
}
