import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const zh = /^(.{0,12}?)(为了?(?:避免|防止|减少|减小|打破|得到|提高|保证|确保|.{2,10}?))([^，,]{0,30})[，,](.{4,})$/u
const useZh = /^(.{3,30}?)[，,]?(以(?:此来|此|便|免)?|从而|用来|用于)(?=[\u4e00-\u9fff])(.{3,40})$/u
const en = /^(?:in order )?to\s+(.{6,60}?),\s+(.{8,})$/iu

/** What is done for an end, and what end is something done for? */
export const purpose: SentenceRule = {
  name: 'purpose',
  confidence: 0.7,
  read: (text) => {
    const masked = mask(text)
    const chinese = zh.exec(masked)
    if (
      chinese !== null &&
      /^(?:但是?|而)?为/.test(masked.slice(chinese[1]?.length ?? 0)) &&
      (chinese[1] ?? '').length <= 8
    ) {
      const means = chinese[4] ?? ''
      const front = text
        .slice(0, masked.length - means.length)
        .replace(/[，,]$/, '')
        .replace(/^.*?(?=为)/, (lead) => (/^(?:但是?|而)$/.test(lead) ? '' : lead))
      return question(`${front}，应该怎么做？`, text.slice(masked.length - means.length))
    }
    const use = useZh.exec(masked)
    if (use !== null && use[2] !== undefined && /以此来|以便|以免|用来|用于/.test(use[2])) {
      const end = use[3] ?? ''
      const front = text.slice(0, (use[1] ?? '').length)
      return question(
        use[2].startsWith('用') ? `${front}用来做什么？` : `${front}，目的是什么？`,
        text.slice(masked.length - end.length),
      )
    }
    const english = en.exec(masked)
    if (english === null) return null
    const means = english[2] ?? ''
    return question(
      `How does one ${text.slice(masked.length - means.length - 2 - (english[1]?.length ?? 0), masked.length - means.length - 2).trim()}?`,
      text.slice(masked.length - means.length),
    )
  },
}
