import { hashText } from '@/lib/core/hash'
import { ok, refuse } from '@/lib/core/result'
import { cutSource } from '../draft/draft'
import { ownId } from '../draft/own-id'
import type { Importer } from '../importer'
import { importLimits } from '../limits'
import type { Question } from '../questions/question'
import { rowOf } from '../questions/to-row'
import { type Reason, refusal } from '../reasons'
import { fromBase64 } from '../text/base64'
import { decodeBytes } from '../text/decode-bytes'
import { longestText } from '../text/text'
import { attribute, child, type Element, elementsIn, everyIn, markupOf, wordsAt, wordsIn } from '../xml/element'
import { parseXml } from '../xml/parse-xml'
import { askedBy, noText, withPlaces } from './asked'
import { withGaps } from './cloze'
import { categoryPath, textAt } from './texts'

const filesOf = (question: Element, folder: string): readonly (readonly [string, Uint8Array])[] =>
  everyIn(question, 'file').flatMap((file) => {
    const data = attribute(file, 'encoding') === 'base64' ? fromBase64(wordsIn(file)) : null
    const path = `${attribute(file, 'path').replace(/^\/+/, '')}${attribute(file, 'name')}`.normalize('NFC')
    return data === null ? [] : [[`${folder}/${path}`, data] as const]
  })

const gapsIn = (question: Element, type: string, base: Question): Question => {
  const { text } = base
  if (type === 'gapselect' || type === 'ddwtos')
    return { ...base, text: { ...text, source: withPlaces(text.source, question) } }
  // No card could hold it, and looking for what closes its gaps would take an hour.
  if (text.source.length > longestText) return { ...base, asked: { kind: 'none', why: 'too-long', detail: '' } }
  const marked = withGaps(text.source)
  if (marked === null) return { ...base, asked: { kind: 'none', why: 'no-right', detail: '' } }
  return { ...base, text: { ...text, source: marked.text }, reasons: [...base.reasons, ...marked.reasons] }
}

const questionOf = (question: Element, folder: string, heading: readonly string[]): Question => {
  const type = attribute(question, 'type')
  const hints = elementsIn(question, 'hint').filter((hint) => wordsAt(hint, 'text') !== '').length
  const reasons: Reason[] = hints > 0 ? [{ kind: 'hints', detail: String(hints) }] : []
  const base: Question = {
    line: question.line,
    entry: null,
    id: ownId(wordsAt(question, 'idnumber')),
    name: wordsAt(question, 'name', 'text'),
    source: cutSource(markupOf(question, ({ name }) => (name === 'file' ? '' : null))),
    heading,
    tags: elementsIn(child(question, 'tags'), 'tag')
      .map((tag) => wordsAt(tag, 'text'))
      .filter(Boolean),
    text: child(question, 'questiontext') === null ? noText : textAt(question, 'questiontext', folder),
    feedback: textAt(question, 'generalfeedback', folder),
    asked: askedBy(question, type, folder),
    reasons,
  }
  return base.asked.kind === 'gaps' ? gapsIn(question, type, base) : base
}

/** Moodle's own XML: every kind of question it exports, pictures within. */
export const moodleXml: Importer = {
  name: 'moodle-xml',
  endings: ['.xml'],
  fits: ({ head }) => /<quiz[\s>]/.test(head) && /<question[\s>]/.test(head),
  read: (bytes) => {
    const text = decodeBytes(bytes)
    if (!text.ok) return text
    const parsed = parseXml(text.value)
    if (!parsed.ok) return parsed
    if (parsed.value.name !== 'quiz') return refuse(refusal('other-format', `<${parsed.value.name}>`))
    const questions: Question[] = []
    const pictures = new Map<string, Uint8Array>()
    let heading: readonly string[] = []
    for (const element of elementsIn(parsed.value, 'question')) {
      if (attribute(element, 'type') === 'category') {
        heading = categoryPath(wordsAt(element, 'category', 'text'))
        continue
      }
      // Files of two questions may be called the same; a question keeps its folder wherever it stands.
      const folder = `q${hashText(wordsAt(element, 'questiontext', 'text') + wordsAt(element, 'name', 'text')).slice(0, 8)}`
      questions.push(questionOf(element, folder, heading))
      for (const [name, data] of filesOf(element, folder)) pictures.set(name, data)
    }
    if (questions.length === 0) return refuse(refusal('nothing-here'))
    if (questions.length > importLimits.rows)
      return refuse(refusal('too-many-rows', `${questions.length} > ${importLimits.rows}`))
    return ok({ title: '', rows: questions.map(rowOf), pictures })
  },
}
