/** What every field says of itself; `needed` where a card cannot do without it. */
interface Named {
  readonly name: string
  readonly label: FormLabel
  readonly needed: boolean
}

/** Kinds of fields that say no more. */
type PlainKind =
  /** Markdown in each language of the bank. */
  | 'words'
  /** A short text that is the same in every language. */
  | 'line'
  /** Lines of code, blanks and all. */
  | 'code'
  | 'number'
  | 'flag'
  /** Concepts of the deck, the main one first. */
  | 'concepts'
  /** A picture of the deck. */
  | 'figure'
  /** Short texts, one after the other. */
  | 'lines'
  /** Entries that are each a text in every language. */
  | 'words-list'
  /** Named expressions: a given, a step, what a mistake changes. */
  | 'expressions'
  /** Named numbers of a computation, and how each is drawn. */
  | 'givens'

/**
 * One field of a card as a form and a completion know it. A description beside each type, so that nobody has to write YAML
 * and no screen has to know a type.
 */
export type FormField = Named &
  (
    | { readonly kind: PlainKind }
    /** One of a few words; the first is what leaving it out means. */
    | {
        readonly kind: 'one-of'
        readonly needed: false
        readonly of: readonly { readonly value: string; readonly label: FormLabel }[]
      }
    /** Named parts of the picture in another field; `asked` is the field that says which of them is asked. */
    | { readonly kind: 'boxes'; readonly figure: string; readonly alt: string; readonly asked: string }
    /** The place of one of another field's boxes, from 1; the first is what leaving it out means. */
    | { readonly kind: 'asked-box'; readonly needed: false; readonly of: string }
    /** Entries of several fields each; with `bare`, an entry may be that field alone. */
    | { readonly kind: 'list'; readonly of: readonly FormField[]; readonly bare?: string }
    /** Named entries of several fields each. */
    | { readonly kind: 'named'; readonly of: readonly FormField[] }
  )

/** What a field is called, as keys of the interface's words. */
const formLabels = [
  'front',
  'back',
  'gapText',
  'question',
  'options',
  'option',
  'right',
  'why',
  'items',
  'pairs',
  'left',
  'partner',
  'answer',
  'decimals',
  'integer',
  'unit',
  'codeLanguage',
  'code',
  'answers',
  'lines',
  'line',
  'fix',
  'figure',
  'alt',
  'boxes',
  'askedBox',
  'hide',
  'hideAll',
  'hideOne',
  'pick',
  'prompt',
  'given',
  'require',
  'steps',
  'ask',
  'value',
  'askName',
  'label',
  'zero',
  'mistakes',
  'change',
  'changedAnswer',
  'says',
  'solution',
  'id',
  'concepts',
  'tags',
  'note',
  'erratum',
] as const
export type FormLabel = (typeof formLabels)[number]

export interface CardForm {
  /** Of the card type. */
  readonly type: string
  /** Whether an item must say `type` to be one. */
  readonly named: boolean
  readonly fields: readonly FormField[]
  /** A card to start from, in one language's words; `id` and `concepts` are put before it. */
  readonly start: string
}

/** A field of one of the plain kinds. */
export const field = (kind: PlainKind, name: string, label: FormLabel, needed = true): FormField => ({
  kind,
  name,
  label,
  needed,
})

export const listOf = (name: string, label: FormLabel, of: readonly FormField[], bare?: string): FormField => ({
  kind: 'list',
  name,
  label,
  needed: true,
  of,
  ...(bare === undefined ? {} : { bare }),
})

/** What every card may carry, whatever its type: before its own fields, and after them. */
export const fieldsBefore: readonly FormField[] = [field('line', 'id', 'id'), field('concepts', 'concepts', 'concepts')]
export const fieldsAfter: readonly FormField[] = [
  field('words', 'note', 'note', false),
  field('words', 'erratum', 'erratum', false),
  field('lines', 'tags', 'tags', false),
]
