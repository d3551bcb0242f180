import { hasEnglish, isChinese } from '../../words/deixis'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const ifZh =
  /^(?:如果|若是|若|假如|要是|一旦)([^，,]{5,}?(?:[，,](?:或者?|并且?|而且|且)[^，,]{2,20}?)?)[，,](?=那么|那|则|就|会|将|说明|应该|可以|可能|试试|使用|需要|一定|必须|结果|[^，,])(?:那么|那|则|就)?(.{3,})$/u
const whenZh = /^(?:当|在)([^，,]{3,}?)(?:的时候|时|之前)[，,](.{3,})$/u
const ifEn = /^if\s+(.{6,}?),\s+(?:then\s+)?(.{6,})$/iu
const whenEn = /^(?:when|once)\s+(.{6,}?),\s+(.{6,})$/iu
const lateEn = /^([A-Z][^,]{14,110}?),? (?:only |exactly )?(?:when|if|unless|as soon as) ([^,]{12,})$/u
const advice =
  /^(?:就|应该?|可以|可|试试|使用|先|不要|考虑|需要|必须|最好|选择|确保|记得|让|要|一定要?|推荐|建议|尝试|常常|我们可以|try|use|do not|don't|consider|one should|you should|make sure|remember|start|check|(?:lower|raise|increase|reduce|decrease|add|remove|clip|train|keep|set|pick|choose|scale|initiali[sz]e|normali[sz]e|avoid|stop|decay|shuffle|look|verify|prefer|switch)\b)/i
const sign = /^(?:就?说明|表示|意味着|暗示|那就是|那?肯定|就表明|this (?:means|indicates|suggests))/i
const outcome = /会|将|可能|就|无法|能|更|是|为|失去|出现|导致|得到/

/** The premise of a question must name its matter. */
const vague = /^(?:是|更|这样|没有这些情况|出现这种|不是这样|需要)/

/** If this, what then? What the sentence concludes, advises or infers is the answer. */
export const condition: SentenceRule = {
  name: 'condition',
  confidence: 0.75,
  read: (text) => {
    const masked = mask(text)
    const found = ifZh.exec(masked) ?? whenZh.exec(masked)
    if (found !== null) {
      if (vague.test(found[1] ?? '')) return null
      const then = found[2] ?? ''
      const from = masked.length - then.length
      const lead = masked.slice(0, from).match(/[，,](?:那么|那|则|就)?$/)?.[0].length ?? 0
      const premise = text.slice(0, from - lead)
      const answer = text.slice(from)
      if (/^(?:或者|而且|并且|也)/.test(answer)) return null
      const isAdvice = advice.test(answer)
      if (!isAdvice && !sign.test(answer) && !outcome.test(answer.slice(0, 16))) return null
      const asked = sign.test(answer) ? '说明什么？' : isAdvice ? '应该怎么做？' : '会怎样？'
      return question(`${premise}，${asked}`, answer.replace(/^(?:就?说明|暗示|表示)[，,]?/, ''))
    }
    if (!hasEnglish(masked)) return null
    const english = ifEn.exec(masked) ?? whenEn.exec(masked)
    const late = english === null && !isChinese(text) ? lateEn.exec(masked) : null
    if (late !== null) {
      const [, main = '', premise = ''] = late
      return question(
        `${text.slice(0, main.length)}: under which condition?`,
        text.slice(masked.length - premise.length),
      )
    }
    if (english === null) return null
    const then = english[2] ?? ''
    const answer = text.slice(masked.length - then.length)
    const premise = text.slice(0, masked.length - then.length).replace(/,\s*(?:then\s*)?$/i, '')
    return question(`${premise}: ${advice.test(answer) ? 'what should one do?' : 'what follows?'}`, answer)
  },
}
