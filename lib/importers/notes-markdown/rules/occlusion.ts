import { rangeOf } from '../parse/passage'
import { isChinese } from '../words/deixis'
import { draftCard } from './draft-card'
import { type Candidate, nothing, type UnitRule } from './rule'

const shortestName = 4

/** A picture that is there and has a name: its parts are for a person to cover, and the card waits for them. */
export const occlusion: UnitRule = {
  name: 'occlusion',
  find: (place) => {
    const { unit, images, topics } = place
    if (unit.kind !== 'prose' || images.isEmpty) return nothing
    const candidates: Candidate[] = []
    for (const token of unit.prose.tokens) {
      if (token.kind !== 'image' || token.url === undefined) continue
      const figure = images.figure(token.url, rangeOf(unit.prose.passage, token.from, token.to)[0])
      const said = token.value.trim()
      const name = said.length >= shortestName ? said : (topics.at(-1) ?? '')
      if (figure === null || name === '') continue
      const chinese = isChinese(name + topics.join(''))
      const question = chinese ? '图中标出的部分是什么？' : 'What is the outlined part of the picture?'
      const base = draftCard(place, {
        rule: 'occlusion',
        confidence: 0.4,
        draft: { kind: 'question', front: question, back: name },
        from: token.from,
        to: token.to,
        key: `occlusion|${figure}`,
        topics: topics.filter((topic) => topic !== name),
      })
      candidates.push({
        ...base,
        type: 'occlusion',
        fields: { question: base.fields.front ?? question, figure, alt: name, boxes: [], hide: 'all' },
        // The picture tells two of these apart, which their words need not.
        asks: `${question} ${figure}`,
        concerns: ['boxes'],
      })
    }
    return { candidates, taken: [] }
  },
}
