import type { Answer, Asked } from '../questions/question'
import { html, plain } from '../text/text'
import { attribute, type Element, elementsIn, everyIn, markupIn } from '../xml/element'
import type { Declared } from './declared'

const none = html('')

const feedbackTags = new Set(['feedback-inline', 'feedback-block'])

export const within = (element: Element): string =>
  markupIn(element, (one) => (feedbackTags.has(one.name) || one.name === 'prompt' ? '' : null)).trim()

const whyOf = (element: Element) =>
  html([...feedbackTags].flatMap((name) => everyIn(element, name).map((one) => markupIn(one).trim())).join(' '))

const choice = (interaction: Element, declared: Declared): Asked => {
  const right = new Set(declared.correct)
  const several = declared.cardinality === 'multiple' && attribute(interaction, 'max-choices') !== '1'
  const options = everyIn(interaction, 'simple-choice').map((one): Answer => {
    const name = attribute(one, 'identifier')
    const share = declared.shares.size > 0 ? (declared.shares.get(name) ?? 0) : right.has(name) ? 1 : 0
    return { text: html(within(one)), share, why: whyOf(one) }
  })
  return { kind: 'choice', several, options }
}

const order = (interaction: Element, declared: Declared): Asked => {
  const items = new Map(everyIn(interaction, 'simple-choice').map((one) => [attribute(one, 'identifier'), one]))
  const ordered = declared.correct.flatMap((name) => items.get(name) ?? [])
  return { kind: 'order', items: ordered.map((one) => html(within(one))) }
}

const match = (interaction: Element, declared: Declared): Asked => {
  const sides = new Map(
    everyIn(interaction, 'simple-associable-choice').map((one) => [attribute(one, 'identifier'), html(within(one))]),
  )
  const used = new Set<string>()
  const pairs = declared.correct.flatMap((pair) => {
    const [first = '', second = ''] = pair.split(/\s+/)
    const [left, right] = [sides.get(first), sides.get(second)]
    used.add(first).add(second)
    return left === undefined || right === undefined ? [] : [{ left, right }]
  })
  return { kind: 'match', pairs, extra: [...sides.keys()].filter((name) => !used.has(name)).length }
}

/** What one interaction between paragraphs asks. */
export const askedByBlock = (interaction: Element, declared: Declared | undefined): Asked => {
  if (declared === undefined) return { kind: 'none', why: 'no-right', detail: '' }
  switch (interaction.name) {
    case 'choice-interaction':
      return choice(interaction, declared)
    case 'order-interaction':
      return order(interaction, declared)
    case 'match-interaction':
    case 'associate-interaction':
      return match(interaction, declared)
    case 'extended-text-interaction':
      return { kind: 'open', answer: plain(declared.correct.join('\n')) }
    default:
      return { kind: 'none', why: 'unknown-type', detail: interaction.name }
  }
}

/** What a single field within a sentence asks: a number, or words. */
export const askedByField = (declared: Declared): Asked => {
  const [first = ''] = declared.correct
  if (declared.baseType === 'float' || declared.baseType === 'integer') {
    const value = Number(first)
    if (first === '' || !Number.isFinite(value))
      return { kind: 'none', why: 'not-a-number', detail: first.slice(0, 80) }
    const { kind, size } = declared.tolerance ?? { kind: 'absolute', size: 0 }
    const tolerance = kind === 'relative' ? size * Math.abs(value) : size
    return { kind: 'number', unit: '', answers: [{ written: first, value, tolerance, share: 1, why: none }] }
  }
  const shares = declared.shares.size > 0 ? [...declared.shares] : declared.correct.map((text) => [text, 1] as const)
  return { kind: 'short', answers: shares.map(([text, share]) => ({ text: plain(text), share, why: none })) }
}

export const inlineChoice = (interaction: Element, declared: Declared | undefined) => {
  const options = elementsIn(interaction, 'inline-choice').map((one) => ({
    name: attribute(one, 'identifier'),
    text: within(one),
  }))
  const right = options.find(({ name }) => name === declared?.correct[0])
  return { right: right?.text ?? null, options: options.map(({ text }) => text) }
}
