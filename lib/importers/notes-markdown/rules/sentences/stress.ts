import { isChinese } from '../../words/deixis'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { hides, isAside } from './gap'
import { gapInWindow } from './statement'

const longest = { zh: 10, en: 40 }

/** A phrase the writer put in bold inside a sentence is what should be remembered. */
export const stress: SentenceRule = {
  name: 'stressed phrase',
  confidence: 0.7,
  read: (text, sentence, { topics }) => {
    for (const phrase of sentence.stressed) {
      const bare = phrase.replace(/^[”“"「」]+|[”“"「」。，]+$/g, '')
      if (
        bare.length < 2 ||
        bare.length > (isChinese(bare) ? longest.zh : longest.en) ||
        /[，。；：（）“”"]|^(?:不|存在|注意|优点|缺点|错误)/.test(bare)
      )
        continue
      const from = text.indexOf(bare)
      if (
        from < (isChinese(text) ? 4 : 10) ||
        isAside(text, from) ||
        mask(text)
          .slice(from, from + bare.length)
          .includes('\uE000')
      )
        continue
      if (!hides(text, bare, topics)) continue
      const draft = gapInWindow(text, { from, text: bare, hint: null }, topics)
      if (draft !== null) return draft
    }
    return null
  },
}
