import { isChinese } from '../../words/deixis'
import type { SentenceRule } from '../rule'
import { directionsIn, gapAt, hides, termsIn } from './gap'

const longest = { zh: 100, en: 220 }

/** A plain statement with a gap at the word that carries it: a direction, or else its last term. */
export const statement: SentenceRule = {
  name: 'statement',
  confidence: 0.6,
  read: (text, _sentence, { topics }) => {
    if (text.length > (isChinese(text) ? longest.zh : longest.en)) return null
    const way = directionsIn(text).find((gap) => hides(text, gap.text, topics))
    if (way !== undefined) return gapAt(text, way)
    const [first] = isChinese(text) ? [4] : [12]
    const term = [...termsIn(text)].reverse().find((gap) => gap.from >= (first ?? 0) && hides(text, gap.text, topics))
    return term === undefined ? null : gapAt(text, term)
  },
}
