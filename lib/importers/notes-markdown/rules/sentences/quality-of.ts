import { hasEnglish } from '../../words/deixis'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const names =
  '优点|缺点|优势|劣势|好处|坏处|风险|危险|问题|缺陷|不足|代价|目标|目的|首要任务|任务|关键|做法|作用|思路|特点|不好的一点|不好的性质'
const zh = new RegExp(`^(.{0,30}?)的?(?:一个|主要)?(${names})(?:就)?(?:是[：:]?|在于|就在于)(.{3,})$`, 'u')
const en =
  /^(?:the |an? |one )?(?:main |biggest |key )?(advantage|disadvantage|benefit|drawback|risk|danger|downside|goal|purpose|aim|idea|problem|caveat)s? (?:of |with )(.{3,60}?) (?:is|are)(?: that| to)? (.{6,})$/iu

/** What is the advantage, the risk, the aim of it? */
export const qualityOf: SentenceRule = {
  name: 'aspect',
  confidence: 0.8,
  read: (text, _sentence, { topics }) => {
    const masked = mask(text)
    const chinese = zh.exec(masked)
    if (chinese !== null) {
      const [, of = '', aspect = '', said = ''] = chinese
      const owner = text
        .slice(0, of.length)
        .replace(/^(?:这种|该|此)(?:方法|做法)$/, '')
        .replace(/(?:其|有|的|一个|个|需要注意|但|这种|该|此)+$/, '')
        .replace(/^(?:但|而)/, '')
      if (/[，,]|^(?:我们|这|其|该|它|上述|解决|很|使)|解决$/.test(owner) || (owner === '' && topics.length === 0))
        return null
      return question(
        owner === '' ? `${aspect}是什么？` : `${owner}的${aspect}是什么？`,
        text.slice(masked.length - said.length),
      )
    }
    const english = hasEnglish(masked) ? en.exec(masked) : null
    if (english === null) return null
    const [, aspect = '', owner = '', said = ''] = english
    const from = masked.indexOf(owner)
    return question(
      `What is the ${aspect.toLowerCase()} of ${text.slice(from, from + owner.length)}?`,
      text.slice(masked.length - said.length),
    )
  },
}
