import { hasEnglish } from '../../words/deixis'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const zh = /^(.{6,}?)[，,]?(?:即可|便可|就可以|就能够?|便能)(.{3,30})$/u

const en = /^([A-Z][^,]{14,110}?),? (by [a-z]+ing .{6,})$/u

/** How is it brought about? The means is the answer. */
export const means: SentenceRule = {
  name: 'means',
  confidence: 0.75,
  read: (text) => {
    const masked = mask(text)
    const english = hasEnglish(masked) ? en.exec(masked) : null
    if (english !== null) {
      const [, end = '', how = ''] = english
      return question(`${text.slice(0, end.length)}: how?`, text.slice(masked.length - how.length))
    }
    const found = zh.exec(masked)
    if (found === null) return null
    const [, how = '', end = ''] = found
    if (/如果|当/.test(how.slice(0, 3)) || /的?了$/.test(end)) return null
    return question(`怎样${text.slice(masked.length - end.length)}？`, text.slice(0, how.length), true)
  },
}
