import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const ifZh = /^(?:如果|若是|若|假如|要是|一旦)(.{3,}?)[，,](?:那么|那|则|就)?(.{3,})$/u
const whenZh = /^(?:当|在)(.{3,}?)(?:的时候|时)[，,](.{3,})$/u
const ifEn = /^if\s+(.{6,}?),\s+(?:then\s+)?(.{6,})$/iu
const whenEn = /^(?:when|once)\s+(.{6,}?),\s+(.{6,})$/iu
const advice =
  /^(?:就|应该?|可以|可|试试|使用|先|不要|考虑|需要|必须|最好|选择|try|use|do not|don't|consider|one should|you should)/i
const sign = /^(?:就?说明|表示|意味着|暗示|那就是|那肯定|就表明|this (?:means|indicates|suggests))/i

/** If this, what then? What the sentence concludes, advises or infers is the answer. */
export const condition: SentenceRule = {
  name: 'condition',
  confidence: 0.75,
  read: (text) => {
    const masked = mask(text)
    const chinese = ifZh.exec(masked) ?? whenZh.exec(masked)
    if (chinese !== null) {
      const then = chinese[2] ?? ''
      const from = masked.length - then.length
      const gap = from - (masked.slice(0, from).match(/[，,](?:那么|那|则|就)?$/)?.[0].length ?? 0)
      const premise = text.slice(0, gap)
      const answer = text.slice(from)
      const tail = sign.test(answer) ? '说明什么？' : advice.test(answer) ? '应该怎么做？' : '会怎样？'
      return question(`${premise}，${tail}`, answer.replace(/^(?:就?说明|暗示|那就是|表示)[，,]?/, ''))
    }
    const english = ifEn.exec(masked) ?? whenEn.exec(masked)
    if (english === null) return null
    const then = english[2] ?? ''
    const answer = text.slice(masked.length - then.length)
    const premise = text.slice(0, masked.length - then.length).replace(/,\s*(?:then\s*)?$/i, '')
    return question(`${premise}: ${advice.test(answer) ? 'what should one do?' : 'what follows?'}`, answer)
  },
}
