import type { ShapeHint } from '@/lib/cards/authoring-type'
import type { FormField, FormLabel } from '@/lib/cards/form'
import type { CompletionGround } from './completion'

/** What is known of a word in the source: a field's name, a concept's title, how a function is called, a value's shape. */
export type WordTold =
  | { readonly kind: 'field'; readonly label: FormLabel; readonly needed: boolean }
  | { readonly kind: 'concept'; readonly title: string }
  | { readonly kind: 'function'; readonly signature: string }
  | { readonly kind: 'value'; readonly name: string; readonly shape: readonly number[] }

const labelled = (fields: readonly FormField[], name: string): FormField | null => {
  for (const field of fields) {
    if (field.name === name) return field
    const inner = field.kind === 'list' || field.kind === 'named' ? labelled(field.of, name) : null
    if (inner !== null) return inner
  }
  return null
}

/** `after` is what follows the word on its line. */
export const tellWord = (
  word: string,
  after: string,
  fields: readonly FormField[],
  { concepts, functions }: Pick<CompletionGround, 'concepts' | 'functions'>,
  hints: readonly ShapeHint[],
): WordTold | null => {
  const concept = concepts.find(({ id }) => id === word)
  const known = functions.find(({ name }) => name === word)
  if (known !== undefined && after.startsWith('(')) return { kind: 'function', signature: known.signature }
  const value = hints.find(({ name }) => name === word)
  const field = /^:(?:\s|$)/.test(after) && value === undefined ? labelled(fields, word) : null
  if (field !== null) return { kind: 'field', label: field.label, needed: field.needed }
  if (value !== undefined) return { kind: 'value', name: word, shape: value.shape }
  return concept === undefined ? null : { kind: 'concept', title: concept.title }
}
