import { ok, refuse } from '@/lib/core/result'
import { cutSource } from '../draft/draft'
import { ownId } from '../draft/own-id'
import type { Importer } from '../importer'
import { importLimits } from '../limits'
import { gap } from '../questions/gap'
import type { Asked, Question } from '../questions/question'
import { rowOf } from '../questions/to-row'
import { type Reason, refusal } from '../reasons'
import { html } from '../text/text'
import { attribute, child, type Element, everyIn, isElement, markupIn, markupOf } from '../xml/element'
import { type Document, openDocuments } from '../zip/package'
import { askedByBlock, askedByField, inlineChoice } from './asked'
import { declaredIn } from './declared'
import { normal } from './normal'

const isInteraction = ({ name }: Element): boolean => name.endsWith('-interaction')
const inFields = new Set(['text-entry-interaction', 'inline-choice-interaction'])

const interactionsIn = (element: Element | null): readonly Element[] =>
  (element?.children ?? []).filter(isElement).flatMap((one) => (isInteraction(one) ? [one] : interactionsIn(one)))

interface Body {
  readonly text: string
  readonly asked: Asked
}

const left = (why: Reason['kind'], detail = ''): Body => ({ text: '', asked: { kind: 'none', why, detail } })

/** Fields within sentences: one is a question, several are gaps. */
const fieldsBody = (item: Element, body: Element, fields: readonly Element[]): Body => {
  const declared = declaredIn(item)
  const [only, second] = fields
  const one = declared.get(attribute(only ?? null, 'response-identifier'))
  if (only !== undefined && second === undefined && only.name === 'text-entry-interaction' && one !== undefined)
    return { text: markupIn(body, (element) => (element === only ? ' ＿＿＿ ' : null)), asked: askedByField(one) }
  let missing = 0
  const text = markupIn(body, (element) => {
    if (!inFields.has(element.name)) return null
    const own = declared.get(attribute(element, 'response-identifier'))
    const chosen = element.name === 'inline-choice-interaction' ? inlineChoice(element, own) : null
    const right = chosen === null ? (own?.correct[0] ?? null) : chosen.right
    if (right === null || right === '') missing++
    return right === null ? '' : gap(right, chosen === null ? '' : chosen.options.join(' / '))
  })
  return missing > 0 ? left('no-right') : { text, asked: { kind: 'gaps' } }
}

const bodyOf = (item: Element): Body => {
  const body = child(item, 'item-body')
  const interactions = interactionsIn(body)
  const [only, second] = interactions
  if (child(item, 'template-declaration') !== null) return left('unknown-type', 'template')
  if (body === null || only === undefined) return left('description')
  if (interactions.every(({ name }) => inFields.has(name))) return fieldsBody(item, body, interactions)
  if (second !== undefined)
    return left(
      'unknown-type',
      interactions
        .map(({ name }) => name)
        .join(' + ')
        .slice(0, 120),
    )
  const prompt = markupIn(child(only, 'prompt'))
  const around = markupIn(body, (element) => (element === only || element.name === 'rubric-block' ? '' : null)).trim()
  const declared = declaredIn(item).get(attribute(only, 'response-identifier'))
  return { text: `${around}${prompt === '' ? '' : `<p>${prompt}</p>`}`, asked: askedByBlock(only, declared) }
}

const questionOf = (item: Element, { entry }: Document): Question => {
  const { text, asked } = bodyOf(item)
  const feedback = everyIn(item, 'modal-feedback').map((one) => markupIn(one).trim())
  return {
    line: item.line,
    entry,
    id: /^gd-/.test(attribute(item, 'identifier')) ? ownId(attribute(item, 'identifier').slice(3)) : null,
    name: attribute(item, 'title'),
    source: cutSource(markupOf(item, () => null)),
    heading: [],
    tags: [],
    text: html(text),
    feedback: html([...new Set(feedback)].join('<br><br>')),
    asked,
    reasons: [],
  }
}

/** Items of QTI 3 (and of QTI 2, which says the same in other words): a package, or one item. */
export const qti3: Importer = {
  name: 'qti3',
  endings: ['.zip', '.xml'],
  fits: ({ head, entries }) =>
    /<(?:\w+:)?(?:qti-assessment-item|assessmentItem)[\s>]/.test(head) ||
    (entries.includes('imsmanifest.xml') &&
      !entries.some((name) => /assessment_meta\.xml$|non_cc_assessments\//.test(name))),
  read: (bytes) => {
    const opened = openDocuments(
      bytes,
      /<(?:\w+:)?(?:qti-assessment-item|assessmentItem|qti-assessment-test|assessmentTest)[\s>]/,
    )
    if (!opened.ok) return opened
    const documents = opened.value.documents.map(({ entry, root }) => ({ entry, root: normal(root) }))
    const items = documents.filter(({ root }) => root.name === 'assessment-item')
    const test = documents.find(({ root }) => root.name === 'assessment-test')
    if (items.length === 0)
      return refuse(
        test === undefined ? refusal('other-format', `<${documents[0]?.root.name ?? ''}>`) : refusal('nothing-here'),
      )
    if (items.length > importLimits.rows)
      return refuse(refusal('too-many-rows', `${items.length} > ${importLimits.rows}`))
    return ok({
      title: attribute(test?.root ?? null, 'title'),
      rows: items.map((document) => rowOf(questionOf(document.root, document))),
      pictures: opened.value.pictures,
    })
  },
}
