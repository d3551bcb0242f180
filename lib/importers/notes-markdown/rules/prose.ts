import type { Sentence } from '../parse/sentences'
import { isAboutFigure, isExample, isUnfinished, pointsOutside, withoutOpeners } from '../words/deixis'
import { draftCard } from './draft-card'
import type { Candidate, Draft, Place, SentenceRule, UnitRule } from './rule'
import { sayable } from './sayable'
import { sentenceRules } from './sentences/list'
import { segmentsOf } from './sentences/segments'
import { leansOn } from './sentences/window'

/** In an answer these stand for what the question named. */
const itself = /它们?|其(?![他她中实余])|\b(?:it|its|they|them|their)\b/giu

/** Whether the card says what it is about, and its answer does not lean on what was cut away. */
const standsAlone = (draft: Draft, sentence: string): boolean => {
  if (draft.kind === 'gap') {
    const shown = draft.before + draft.gap + draft.after
    return !pointsOutside(shown, sentence.startsWith(shown.slice(0, 6)) ? 8 : 99)
  }
  return (
    !pointsOutside(draft.front.replace(/^(?:为什么|Why: |如果|当|在|If |When )/, ''), 10) &&
    !pointsOutside(draft.back.replace(itself, ''), 6)
  )
}

const firstDraft = (text: string, sentence: Sentence, place: Place): { rule: SentenceRule; draft: Draft } | null => {
  for (const rule of sentenceRules) {
    const draft = rule.read(text, sentence, place)
    if (draft !== null && standsAlone(draft, resolved(withoutOpeners(sentence.text), place))) return { rule, draft }
  }
  return null
}

/** A line that only names what the lines below are about. */
const isTitle = (sentence: Sentence, { unit }: Place): boolean =>
  unit.group.titled !== null &&
  unit.group.titled.text === sentence.text &&
  unit.group.title !== null &&
  unit.group.title.text.length <= 13

const thisMethod = /(?:这个|该|这种|这一)(?:技巧|方法|技术|做法|策略|算法)(?!的)/gu
const method = /(?:化|法|失活|检查|集成|学习|下降|传播|衰减|dropout|norm)$/iu

/** "This method" under the name of one is that method. */
const resolved = (text: string, { topics }: Place): string => {
  const name = topics.at(-1)
  return name === undefined || !method.test(name) || name.length > 12 ? text : text.replace(thisMethod, name)
}

/** Prose sentence by sentence, statement by statement: the first rule that has something to say of one makes its card. */
export const prose: UnitRule = {
  name: 'prose',
  find: (place) => {
    if (place.unit.kind !== 'prose') return { candidates: [], taken: [] }
    const candidates: Candidate[] = []
    for (const sentence of place.unit.prose.sentences) {
      if (
        isUnfinished(sentence.text) ||
        isAboutFigure(sentence.text) ||
        isExample(withoutOpeners(sentence.text)) ||
        isTitle(sentence, place)
      )
        continue
      for (const [i, segment] of segmentsOf(resolved(withoutOpeners(sentence.text), place)).entries()) {
        const text = withoutOpeners(segment)
        if ((i > 0 && leansOn(text)) || isExample(text) || !sayable(text)) continue
        const found = firstDraft(text, sentence, place)
        if (found === null) continue
        candidates.push(
          draftCard(place, {
            rule: found.rule.name,
            confidence: found.rule.confidence,
            draft: found.draft,
            from: sentence.from,
            to: sentence.to,
          }),
        )
      }
    }
    return { candidates, taken: [] }
  },
}
