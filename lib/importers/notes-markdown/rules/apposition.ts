import { isChinese, isUnfinished } from '../words/deixis'
import { draftCard } from './draft-card'
import { clausesOf } from './mask'
import { type Candidate, nothing, type Place, type UnitRule } from './rule'

const kindOf = /^[^，。]{2,20}的(?:一种|一类)[^，。]{1,10}$/u
const noun = /^[A-Za-z\d\u4e00-\u9fff ]{3,12}$/u
const says = /(?:之和|开方|之比|之差|乘积|方式|方法|技术|过程)$|^(?:将|把|对)[^，]{3,}(?:分为|映射|变成|压缩)/u
const verbs = /的|是|在|用|使|会|可|要|将|把|有|为|不|与|和/

/** `name, what it is, ...` without a verb between: and, under a title, `a kind of ...`. */
export const apposition: UnitRule = {
  name: 'definition',
  find: (place: Place) => {
    const { unit, topics } = place
    if (unit.kind !== 'prose') return nothing
    const candidates: Candidate[] = []
    const taken: [number, number][] = []
    const [sentence] = unit.prose.sentences
    if (sentence === undefined || !isChinese(sentence.text) || isUnfinished(sentence.text)) return nothing
    const [first, second, third] = clausesOf(sentence.text)
    const topic = topics.at(-1)
    const card = (term: string, fact: string): void => {
      candidates.push(
        draftCard(place, {
          rule: 'definition',
          confidence: 0.75,
          draft: { kind: 'question', front: `什么是${term}？`, back: fact },
          from: sentence.from,
          to: sentence.to,
          key: `definition|${term}`,
        }),
      )
      taken.push([sentence.from, sentence.to])
    }
    if (first !== undefined && topic !== undefined && kindOf.test(first.text)) card(topic, first.text)
    else if (
      first !== undefined &&
      second !== undefined &&
      noun.test(first.text) &&
      !verbs.test(first.text) &&
      says.test(second.text)
    ) {
      const cyclic = third !== undefined && /轮流|再|然后/.test(third.text)
      card(first.text, cyclic ? sentence.text.slice(second.from, third.to) : second.text)
      if (third !== undefined && !cyclic && !/它|其|这/.test(third.text)) {
        const rest = sentence.text.slice(third.from).replace(/^[，,\s]+/, '')
        const about = /^(?:决定于|取决于)(.+)$/.exec(rest)
        if (about !== null)
          candidates.push(
            draftCard(place, {
              rule: 'aspect',
              confidence: 0.75,
              draft: { kind: 'question', front: `${first.text}取决于什么？`, back: about[1] ?? '' },
              from: sentence.from,
              to: sentence.to,
            }),
          )
      }
    }
    return { candidates, taken }
  },
}
