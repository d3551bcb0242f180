import { basicForm } from './basic/form'
import { choiceForm } from './choice/form'
import { clozeForm } from './cloze/form'
import { codeForm } from './code/form'
import { computeForm } from './compute/form'
import { findErrorForm } from './find-error/form'
import type { CardForm } from './form'
import { matchForm } from './match/form'
import { numericForm } from './numeric/form'
import { occlusionForm } from './occlusion/form'
import { orderForm } from './order/form'

/** How each card type is written without source: one line each, the commonest first. */
export const cardForms: readonly CardForm[] = [
  basicForm,
  clozeForm,
  choiceForm,
  computeForm,
  numericForm,
  orderForm,
  matchForm,
  codeForm,
  findErrorForm,
  occlusionForm,
]

const byType: ReadonlyMap<string, CardForm> = new Map(cardForms.map((form) => [form.type, form]))

const unnamed = cardForms.filter(({ named }) => !named)

/**
 * The form of a card as it is written, whether or not it can be read: by its type, or by a field that only cards of one type
 * have. Null where it names a type that there is not.
 */
export const cardFormOf = (card: { readonly [field: string]: unknown }): CardForm | null => {
  if (typeof card.type === 'string') return byType.get(card.type) ?? null
  const own = (form: CardForm) => form.fields.some(({ name }) => name in card)
  return unnamed.find(own) ?? unnamed[0] ?? null
}

export const cardFormNamed = (type: string): CardForm | null => byType.get(type) ?? null
