import { isChinese } from '../../words/deixis'
import type { Draft, SentenceRule } from '../rule'
import { directionsIn } from './directions'
import { type Gap, gapAt, hides, isAside, isGeneric, termsIn } from './gap'
import { windowAround } from './window'

/** The gap in the clauses that make sense of it. */
export const gapInWindow = (text: string, gap: Gap, topics: readonly string[]): Draft | null => {
  const around = windowAround(text, gap.from, gap.from + gap.text.length)
  if (around === null) return null
  const shown = text.slice(around.from, around.to)
  if (!hides(shown, gap.text, topics)) return null
  return gapAt(shown, { ...gap, from: gap.from - around.from })
}

const announces = /(?:为|如下|是|写作|公式|方法|以下|：)$/

/** A plain statement with a gap at the word that carries it: what is stressed, a direction, or else its last term. */
export const statement: SentenceRule = {
  name: 'statement',
  confidence: 0.6,
  read: (text, sentence, { topics }) => {
    if (announces.test(text)) return null
    const usable = (gap: Gap): boolean => !isAside(text, gap.from) && gap.from >= (isChinese(text) ? 3 : 8)
    const ways = directionsIn(text).filter(usable).reverse()
    const terms = termsIn(text).filter(usable).reverse()
    const inStress = terms.filter((gap) => sentence.stressed.some((phrase) => phrase.includes(gap.text)))
    const gaps = [...ways, ...inStress, ...terms].filter((gap) => ways.includes(gap) || !isGeneric(gap))
    for (const gap of gaps) {
      const draft = gapInWindow(text, gap, topics)
      if (draft !== null) return draft
    }
    return null
  },
}
