import { stretch } from '../parse/sentences'
import { isChinese, pointsOutside } from '../words/deixis'
import { lowerFirst } from '../words/lower-first'
import { draftCard } from './draft-card'
import { type Candidate, nothing, type UnitRule } from './rule'

const aspects =
  '优点|缺点|优势|劣势|好处|坏处|风险|缺陷|不足|advantages?|disadvantages?|benefits?|drawbacks?|pros?|cons?'
const opening = new RegExp(`^\\**(${aspects})(?![A-Za-z])\\**\\s*(?:是|在于|is|are|:|：)?\\s*(?:that\\s+)?`, 'iu')

/** `优点是 …` under a name: what is its advantage? */
export const prosCons: UnitRule = {
  name: 'advantage or drawback',
  find: (place) => {
    const { unit, topics } = place
    const topic = topics.at(-1)
    if (unit.kind !== 'prose' || topic === undefined) return nothing
    const candidates: Candidate[] = []
    const taken: [number, number][] = []
    for (const sentence of unit.prose.sentences) {
      const raw = unit.prose.passage.raw.slice(sentence.from, sentence.to)
      const found = opening.exec(raw)
      const aspect = found?.[1]
      if (found === null || aspect === undefined || found[0].length >= raw.length) continue
      const said = stretch(unit.prose, sentence.from + found[0].length, sentence.to)
      if (said === null) continue
      // The question names what the notes call "it".
      const fact = said.text.replace(/^(?:it|they)\s+(?=[a-z])/i, '')
      if (pointsOutside(fact, 0)) continue
      const chinese = isChinese(said.text)
      const front = chinese
        ? `${topic}的${aspect}是什么？`
        : `Name the ${aspect.toLowerCase()} of ${lowerFirst(topic)}.`
      candidates.push(
        draftCard(place, {
          rule: 'advantage or drawback',
          confidence: 0.8,
          draft: { kind: 'question', front, back: fact.split(/[，,](?=据称|某)/)[0] ?? fact },
          from: sentence.from,
          to: sentence.to,
          key: `${aspect}|${topic}`,
        }),
      )
      taken.push([sentence.from, sentence.to])
    }
    return { candidates, taken }
  },
}
