import { isChinese, isOverClaim } from '../../words/deixis'
import type { Draft, SentenceRule } from '../rule'
import { directionsIn } from './directions'
import { type Gap, gapAt, hides, isAside, isEverywhere, isGeneric, termsIn } from './gap'
import { windowAround } from './window'

/** Less says nothing on its own. */
const shortestShown = { zh: 9, en: 25 }

/** The gap in the clauses that make sense of it. */
export const gapInWindow = (text: string, gap: Gap, topics: readonly string[]): Draft | null => {
  const around = windowAround(text, gap.from, gap.from + gap.text.length)
  if (around === null) return null
  const shown = text.slice(around.from, around.to)
  if (!hides(shown, gap.text, topics) || /^(?:因为|由于)|(?:同样|也是|亦)如此$|吧$/.test(shown)) return null
  if (shown.length < (isChinese(shown) ? shortestShown.zh : shortestShown.en)) return null
  return gapAt(shown, { ...gap, from: gap.from - around.from })
}

/** A change at the end of a clause with more to come is what the rest follows from. */
const isPremise = (text: string, { from, text: gap, hint }: Gap): boolean =>
  hint !== null &&
  /还是| or /.test(hint) &&
  /^[，,]/.test(text.slice(from + gap.length)) &&
  !/会|能|更|将/.test(text.slice(Math.max(0, from - 8), from))

/** In a short statement any term carries the whole. */
const shortest = 22

const announces = /(?:为|如下|是|写作|公式|方法|以下|：)$/

/** A plain statement with a gap at the word that carries it: what is stressed, a direction, or else its last term. */
export const statement: SentenceRule = {
  name: 'statement',
  confidence: 0.6,
  read: (text, sentence, { topics }) => {
    if (announces.test(text) || /^(?:因为|由于)|^.{0,14}：/.test(text)) return null
    const usable = (gap: Gap): boolean =>
      !isPremise(text, gap) && !isAside(text, gap.from) && gap.from >= (isChinese(text) ? 3 : 8)
    const ways = directionsIn(text).filter(usable).reverse()
    const terms = termsIn(text).filter(usable).reverse()
    const inStress = terms.filter((gap) => sentence.stressed.some((phrase) => phrase.includes(gap.text)))
    const gaps = [...ways, ...inStress, ...terms].filter(
      (gap) => ways.includes(gap) || (text.length <= shortest && !isEverywhere(gap)) || !isGeneric(gap),
    )
    for (const gap of gaps) {
      const draft = gapInWindow(text, gap, topics)
      // A term hidden in a claim without exception asks for the claim to be believed; a direction can be checked.
      if (draft?.kind === 'gap' && !ways.includes(gap) && isOverClaim(draft.before + draft.after)) continue
      if (draft !== null) return draft
    }
    return null
  },
}
