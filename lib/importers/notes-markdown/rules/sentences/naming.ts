import { hasEnglish } from '../../words/deixis'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'

const calledZh = /(?:常?被?称(?:为|作|之为)|叫做|叫作|就是所谓的?)(?:“|”|「)?([^，,。；“”「」]{2,20})(?:”|“|」)?$/u
const calledEn =
  /\b(?:is|are) (?:often |usually |commonly |also )?(?:called|known as|referred to as|termed|named)\s+(?:an? |the )?([^,.;]{3,40})$/iu

/** What is it called? The name is the gap. */
export const naming: SentenceRule = {
  name: 'naming',
  confidence: 0.85,
  read: (said) => {
    // The clause before names what "this strategy" is.
    const text = said.replace(/[，,]这(?:种|个)(?:策略|方法|做法|技术)?(?=(?:常?被)?称)/u, '，')
    const masked = mask(text)
    const found = calledZh.exec(masked) ?? (hasEnglish(masked) ? calledEn.exec(masked) : null)
    const name = found?.[1]
    if (found === null || name === undefined || name.includes('\uE000')) return null
    const from = found.index + found[0].lastIndexOf(name)
    const before = text.slice(0, from)
    // A name that stands in the sentence already gives itself away.
    if (before.includes(name) || before.length < 10) return null
    return { kind: 'gap', before, gap: name, after: text.slice(from + name.length), hint: null }
  },
}
