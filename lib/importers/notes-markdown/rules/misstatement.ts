import { knownSlips } from '../claims/statements/list'
import type { Misstatement } from '../claims/statements/statement'
import type { Sentence } from '../parse/sentences'
import { colonOf } from '../parse/titles'
import { topicLine } from '../words/topics'
import { draftCard } from './draft-card'
import { type Candidate, nothing, type Place, type UnitRule } from './rule'

const told = ({ correct, why, numbers }: Misstatement, chinese: boolean): string => {
  const proof = numbers.map(({ given, says, correct: right }) =>
    chinese
      ? `取 ${given}：按笔记得 ${says ?? '无'}，正确的是 ${right}。`
      : `With ${given} the notes give ${says ?? 'nothing'}, correct is ${right}.`,
  )
  return [chinese ? correct.zh : correct.en, chinese ? why.zh : why.en, ...proof].join(chinese ? '' : ' ')
}

/** The titles above, and the name before a colon where the sentence has one. */
const topicsOf = ({ topics, unit }: Place): readonly string[] => {
  const colon = unit.kind === 'prose' ? colonOf(unit.prose) : null
  return colon === null || colon.head.length > 12 || topics.includes(colon.head) ? topics : [...topics, colon.head]
}

const card = (place: Place, sentence: Sentence, entry: string, found: Misstatement): Candidate => {
  const chinese = place.language === 'zh'
  const says = found.says.trim()
  const line = topicLine(topicsOf(place), says, '')
  const topic = line === '' ? '' : `**${line.replace(/[*<]/g, '\\$&')}**${chinese ? '：' : ': '}`
  const correct = chinese ? found.correct.zh : found.correct.en
  const base = draftCard(place, {
    rule: 'erratum',
    confidence: 0.8,
    draft: { kind: 'question', front: says, back: correct },
    from: sentence.from,
    to: sentence.to,
    key: `erratum|${entry}`,
  })
  return {
    ...base,
    fields: {
      front: chinese ? `${topic}“${says}”错在哪里？` : `${topic}What is wrong with "${says}"?`,
      back: told(found, chinese),
      erratum: chinese ? `笔记写作“${says}”；正确的是：${correct}` : `The notes say "${says}"; correct: ${correct}`,
    },
    claim: {
      kind: 'erratum',
      entry,
      says,
      correct,
      why: chinese ? found.why.zh : found.why.en,
      numbers: found.numbers,
    },
    concerns: [],
  }
}

/** Sentences that say what is known to be wrong become an erratum each, and nothing else. */
export const misstatement: UnitRule = {
  name: 'erratum',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'prose') return nothing
    const candidates: Candidate[] = []
    const taken: [number, number][] = []
    const around = { topics: place.topics, before: `${place.before} ${place.heading.join(' ')}` }
    for (const sentence of unit.prose.sentences)
      for (const { id, find } of knownSlips) {
        const found = find(sentence.text, around)
        if (found === null) continue
        candidates.push(card(place, sentence, id, found))
        taken.push([sentence.from, sentence.to])
      }
    return { candidates, taken }
  },
}
