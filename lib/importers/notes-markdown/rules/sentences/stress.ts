import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { gapAt, hides } from './gap'

const longest = 16

/** A phrase the writer put in bold inside a sentence is what should be remembered. */
export const stress: SentenceRule = {
  name: 'stressed phrase',
  confidence: 0.7,
  read: (text, sentence, { topics }) => {
    for (const phrase of sentence.stressed) {
      const bare = phrase.replace(/^[”“"「」]+|[”“"「」。，]+$/g, '')
      const length = /[\u4e00-\u9fff]/.test(bare) ? longest : 3 * longest
      if (bare.length < 2 || bare.length > length || /[，。；：]/.test(bare)) continue
      const from = text.indexOf(bare)
      if (
        from < 0 ||
        mask(text)
          .slice(from, from + bare.length)
          .includes('\uE000')
      )
        continue
      if (hides(text, bare, topics)) return gapAt(text, { from, text: bare, hint: null })
    }
    return null
  },
}
