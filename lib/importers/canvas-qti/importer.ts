import { ok, refuse } from '@/lib/core/result'
import { cutSource, type DraftRow } from '../draft/draft'
import type { Importer } from '../importer'
import { importLimits } from '../limits'
import type { Question } from '../questions/question'
import { rowOf } from '../questions/to-row'
import { refusal } from '../reasons'
import { html } from '../text/text'
import { attribute, child, type Element, everyIn, markupOf, wordsIn } from '../xml/element'
import { type Document, openDocuments } from '../zip/package'
import { askedBy, withBlanks } from './asked'
import { feedbackOf, metadataOf, questionText } from './texts'

const withoutBlank = (title: string): string => (/^question(?:\s+\d+)?$/i.test(title.trim()) ? '' : title.trim())

const questionOf = (item: Element, { entry }: Document, heading: readonly string[]): Question => {
  const feedback = feedbackOf(item)
  const type = metadataOf(item).get('question_type') ?? ''
  const base: Question = {
    line: item.line,
    entry,
    id: null,
    name: withoutBlank(attribute(item, 'title')),
    source: cutSource(markupOf(item, () => null)),
    heading,
    tags: [],
    text: questionText(item),
    feedback: type === 'essay_question' ? html('') : (feedback.get('general') ?? html('')),
    asked: askedBy(item, type),
    reasons: [],
  }
  if (base.asked.kind !== 'gaps') return base
  const text = withBlanks(base.text, item)
  return text === null ? { ...base, asked: { kind: 'none', why: 'no-right', detail: '' } } : { ...base, text }
}

/** Question banks that a quiz draws from and that are not in the package. */
const missingBanks = (documents: readonly Document[]): readonly DraftRow[] => {
  const known = new Set(
    documents.flatMap(({ root }) => [
      attribute(child(root, 'objectbank'), 'ident'),
      attribute(child(root, 'assessment'), 'ident'),
    ]),
  )
  return documents.flatMap(({ entry, root }) =>
    everyIn(root, 'sourcebank_ref').flatMap((ref): DraftRow[] => {
      const bank = wordsIn(ref).trim()
      if (known.has(bank)) return []
      return [
        {
          line: ref.line,
          entry,
          title: bank,
          source: bank,
          heading: [],
          tags: [],
          reasons: [{ kind: 'missing', detail: bank.slice(0, 120) }],
          make: null,
        },
      ]
    }),
  )
}

/** A quiz or question bank in QTI 1.2, as Canvas exports it: a package, or its one document. */
export const canvasQti: Importer = {
  name: 'canvas-qti',
  endings: ['.zip', '.imscc', '.xml', '.qti'],
  fits: ({ head, entries }) =>
    /<questestinterop[\s>]/.test(head) ||
    (entries.includes('imsmanifest.xml') &&
      entries.some((name) => /assessment_meta\.xml$|non_cc_assessments\//.test(name))),
  read: (bytes) => {
    const opened = openDocuments(bytes, /<(?:\w+:)?questestinterop[\s>]/)
    if (!opened.ok) return opened
    const { documents, pictures } = opened.value
    const own = documents.filter(({ root }) => root.name === 'questestinterop')
    if (own.length === 0) return refuse(refusal('other-format', `<${documents[0]?.root.name ?? ''}>`))
    const rows = own.flatMap((document) => {
      const title = attribute(child(document.root, 'assessment'), 'title') || bankTitle(document.root)
      const heading = title === '' ? [] : [title]
      return everyIn(document.root, 'item').map((item) => rowOf(questionOf(item, document, heading)))
    })
    const all = [...rows, ...missingBanks(own)]
    if (all.length === 0) return refuse(refusal('nothing-here'))
    if (all.length > importLimits.rows) return refuse(refusal('too-many-rows', `${all.length} > ${importLimits.rows}`))
    return ok({ title: attribute(child(own[0]?.root ?? null, 'assessment'), 'title'), rows: all, pictures })
  },
}

const bankTitle = (root: Element): string => {
  const bank = child(root, 'objectbank')
  return bank === null ? '' : (metadataOf(bank).get('bank_title') ?? '')
}
