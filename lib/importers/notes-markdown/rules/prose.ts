import { isExample, isUnfinished, pointsOutside, withoutOpeners } from '../words/deixis'
import { draftCard } from './draft-card'
import type { Candidate, UnitRule } from './rule'
import { sayable } from './sayable'
import { sentenceRules } from './sentences/list'

/** Prose sentence by sentence: the first rule that has something to say of one makes its card. */
export const prose: UnitRule = {
  name: 'prose',
  find: (place) => {
    if (place.unit.kind !== 'prose') return { candidates: [], taken: [] }
    const candidates: Candidate[] = []
    for (const sentence of place.unit.prose.sentences) {
      const text = withoutOpeners(sentence.text)
      if (isUnfinished(text) || isExample(text) || !sayable(text)) continue
      for (const rule of sentenceRules) {
        const draft = rule.read(text, sentence, place)
        if (draft === null) continue
        const question =
          draft.kind === 'question' ? draft.front.replace(/^为什么|^Why: /, '') : draft.before + draft.gap + draft.after
        const answer = draft.kind === 'question' ? draft.back : draft.gap
        if (pointsOutside(question) || (draft.kind === 'question' && pointsOutside(answer, 0))) continue
        candidates.push(
          draftCard(place, {
            rule: rule.name,
            confidence: rule.confidence,
            draft,
            from: sentence.from,
            to: sentence.to,
          }),
        )
        break
      }
    }
    return { candidates, taken: [] }
  },
}
