import { describe, expect, test } from 'vitest'
import { cardTypeNamed } from '@/lib/cards/list'
import type { BundledCard } from '@/lib/content/bundle'
import type { Edition } from '@/lib/content/deck/compile-deck'
import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'
import { markAnswer } from '@/lib/exam/mark-answer'
import { revealAnswer } from '@/lib/exam/sheet/disguise'
import { type ExamForm, makeForms } from '@/lib/exam/sheet/make-forms'
import type { Answer } from '@/lib/view/input'
import { solve } from '../support/solve'

/** Every name an exam's question may use for a field: blocks, inlines, formulas, tensors, inputs. */
const allowed = new Set([
  ...[
    'blocks',
    'input',
    'kind',
    'children',
    'text',
    'math',
    'tex',
    'html',
    'spoken',
    'items',
    'name',
    'shape',
    'cells',
  ],
  ...['options', 'multiple', 'id', 'left', 'right', 'asks', 'label', 'unit', 'precision', 'decimals', 'placeholder'],
  ...['code', 'language', 'ordered', 'start', 'header', 'rows', 'src', 'alt', 'caption', 'level'],
])

const fieldsIn = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap(fieldsIn)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([field, inner]) => [field, ...fieldsIn(inner)])
      : []

/** Texts of the card that only an answer may show: what mistakes say, why an option is wrong, solutions, backs. */
const hidden = (value: Json, inside = false): readonly string[] => {
  if (typeof value === 'string') return inside && value.length > 12 ? [value] : []
  if (Array.isArray(value)) return value.flatMap((one) => hidden(one, inside))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, inner]) =>
    field === 'html' || field === 'spoken'
      ? []
      : hidden(
          inner,
          inside || ['says', 'why', 'fix', 'solution', 'back', 'notes', 'mistakes', 'answers'].includes(field),
        ),
  )
}

interface Examined {
  readonly card: BundledCard
  readonly other: BundledCard
  readonly forms: readonly ExamForm[]
}

const [secret, formsEach] = ['a-secret-of-this-exam', 3]

/** The answer as the student's device says it. */
const publicly = (answer: Answer, names: ExamForm['names']): Answer => {
  const said = (id: string) => names[id] ?? `no public name for ${id}`
  switch (answer.kind) {
    case 'choice':
      return { kind: 'choice', chosen: answer.chosen.map(said) }
    case 'order':
      return { kind: 'order', order: answer.order.map(said) }
    case 'match':
      return { kind: 'match', pairs: answer.pairs.map(([left, right]) => [said(left), said(right)]) }
    case 'numbers':
      return {
        kind: 'numbers',
        cells: Object.fromEntries(Object.entries(answer.cells).map(([name, cells]) => [said(name), cells])),
      }
    default:
      return answer
  }
}

/** What an exam over a compiled deck sends, and whether it is marked as a review marks it. */
export const describeExam = (editions: readonly Edition[]) =>
  describe('as an exam', () => {
    const bundle = (language: Language) => editions.find((edition) => edition.language === language)?.bundle.cards ?? []
    const chinese = new Map(bundle('zh').map((card) => [card.id, card]))
    const examined = bundle('en').flatMap((card): readonly Examined[] => {
      const other = chinese.get(card.id)
      const type = cardTypeNamed(card.type)
      if (type === null || other === undefined) return []
      const forms = makeForms(type, { en: card.content, zh: other.content }, `${secret}/${card.id}`, formsEach)
      return forms === null ? [] : [{ card, other, forms }]
    })
    const compute = examined.filter(({ card }) => card.type === 'compute').length

    test('can ask every question that can be marked', () => {
      const open = bundle('en').filter(({ type }) => !['basic', 'cloze', 'occlusion'].includes(type))
      expect(examined.map(({ card }) => card.id)).toEqual(open.map(({ id }) => id))
      expect(compute).toBeGreaterThan(0)
    })

    test('sends nothing but what is displayed', () => {
      for (const { card, other, forms } of examined)
        for (const { questions, seed } of forms)
          for (const [language, question] of Object.entries(questions)) {
            const sent = JSON.stringify(question)
            expect(
              fieldsIn(question).filter((field) => !allowed.has(field)),
              card.id,
            ).toEqual([])
            for (const secretWord of [seed, secret, card.id, card.revision])
              expect(sent, card.id).not.toContain(secretWord)
            const content = language === 'en' ? card.content : other.content
            const shown = new Set(hidden(JSON.parse(sent) as Json, true))
            for (const text of hidden(content))
              if (!shown.has(text)) expect(sent, card.id).not.toContain(JSON.stringify(text))
          }
    })

    test('names no part by the author’s order, which is the right one', () => {
      for (const { card, forms } of examined)
        for (const { questions } of forms)
          expect(JSON.stringify(questions), card.id).not.toMatch(/"(?:id|name)":"(?:option|item|left|right|line)-\d/)
    })

    test('marks by the rules of a review, from the key alone', () => {
      for (const { card, forms } of examined) {
        const type = cardTypeNamed(card.type)
        if (type === null) throw new Error(`no card type ${card.type}`)
        for (const { seed, key, names, questions } of forms) {
          const at = { seed, language: 'en' as const }
          const answers = solve(type, card.content, at)
          if (answers === null || questions.en === undefined) throw new Error(`${card.id} cannot be answered`)
          const review = (answer: Answer) => {
            const { verdict } = type.outcome(card.content, at, answer, 1)
            return verdict.kind === 'marked' ? [verdict.score, verdict.mistake?.name ?? null] : verdict.kind
          }
          for (const own of [answers.right, answers.wrong]) {
            const answer = revealAnswer(names, publicly(own, names))
            expect(answer, card.id).toEqual(own)
            const { score, mistake } = markAnswer(key, answer)
            expect([score, mistake], card.id).toEqual(review(own))
          }
          expect(markAnswer(key, answers.right).score, card.id).toBe(1)
          expect(markAnswer(key, answers.empty).score, card.id).toBe(0)
          expect(markAnswer(key, null).score, card.id).toBe(0)
        }
      }
    })
  })
