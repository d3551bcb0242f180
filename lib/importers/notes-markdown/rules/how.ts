import { stretch } from '../parse/sentences'
import { isChinese, isUnfinished, pointsOutside } from '../words/deixis'
import { draftCard } from './draft-card'
import { nothing, type UnitRule } from './rule'
import { sayable } from './sayable'
import { firstFact } from './sentences/trim'

const verb =
  /^(?:在实践中[，,])?(?:固定|计算|使用|采用|让|将|把|先|对|取|给|利用|选取|随机|训练|关闭|检查|保持|除以|乘以|use|take|compute|train|fix|keep|divide|multiply|start|first,? )/i
/** A title that states or warns says by itself what its body only explains. */
const stated = /要小心|优于|不如|更|问题|缺点|优点|饱和|不是|会|损失|函数|层|网络|[，,。]$/

/** Under the name of a method, its first sentence says how it is done. */
export const how: UnitRule = {
  name: 'how',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'prose' || unit.group.kind !== 'item' || unit.group.title === null) return nothing
    const title = unit.group.title.text
    if (unit.group.children[1] !== unit || title.length > 24 || title.length < 3 || stated.test(title)) return nothing
    const [first] = unit.prose.sentences
    if (
      first === undefined ||
      !verb.test(first.text) ||
      isUnfinished(first.text) ||
      !sayable(first.text) ||
      /导致|(?:为|是|如下)$/.test(first.text)
    )
      return nothing
    const fact = twoSteps(first.text)
    const said = stretch(unit.prose, first.from, first.to)
    if (said === null || pointsOutside(fact, 8)) return nothing
    const chinese = isChinese(title + fact)
    return {
      candidates: [
        draftCard(place, {
          rule: 'how',
          confidence: 0.75,
          draft: {
            kind: 'question',
            front: chinese ? `“${title}”怎么做？` : `How does one do this: ${title}?`,
            back: fact.replace(/^在实践中[，,]/, ''),
          },
          from: first.from,
          to: first.to,
          key: `how|${title}`,
          topics: place.topics.filter((topic) => topic !== title),
        }),
      ],
      taken: [[first.from, first.to]],
    }
  },
}

/** The first step, and the second where it follows with "then". */
const twoSteps = (text: string): string => {
  const first = firstFact(text)
  const rest = text.slice(first.length).replace(/^[，,\s]+/, '')
  return /^(?:然后|再|并|最后|修改|等到|then )/i.test(rest) && first.length < 60
    ? text.slice(0, text.length - rest.length + firstFact(rest).length)
    : first
}
