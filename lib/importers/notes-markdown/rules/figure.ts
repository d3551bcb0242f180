import { rangeOf } from '../parse/passage'
import { isChinese } from '../words/deixis'
import { draftCard } from './draft-card'
import { type Candidate, nothing, type UnitRule } from './rule'

/** A figure that is there and says what it shows. The picture is the question. */
export const figure: UnitRule = {
  name: 'figure',
  find: (place) => {
    const { unit, images } = place
    if (unit.kind !== 'prose' || images.isEmpty) return nothing
    const candidates: Candidate[] = []
    for (const token of unit.prose.tokens) {
      const said = token.value.trim()
      if (token.kind !== 'image' || token.url === undefined || said.length < 4) continue
      const file = images.figure(token.url, rangeOf(unit.prose.passage, token.from, token.to)[0])
      if (file === null) continue
      const chinese = isChinese(said + place.topics.join(''))
      const base = draftCard(place, {
        rule: 'figure',
        confidence: 0.5,
        draft: {
          kind: 'question',
          front: chinese ? '这幅图画的是什么？' : 'What does this figure show?',
          back: said.replace(/[*_`$<[\]]/g, '\\$&'),
        },
        from: token.from,
        to: token.to,
        key: `figure|${file}`,
      })
      const front = typeof base.fields.front === 'string' ? base.fields.front : ''
      candidates.push({
        ...base,
        fields: { ...base.fields, front: `${front}\n\n![${chinese ? '图' : 'figure'}](${file})` },
      })
    }
    return { candidates, taken: [] }
  },
}
