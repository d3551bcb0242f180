import type { CardForm, FormField } from '@/lib/cards/form'
import { fieldsAfter, fieldsBefore } from '@/lib/cards/form'

/** What is known where somebody types. */
export interface CompletionGround {
  readonly forms: readonly CardForm[]
  readonly concepts: readonly { readonly id: string; readonly title: string }[]
  /** Paths such as `figures/plot.svg`. */
  readonly figures: readonly string[]
  readonly functions: readonly { readonly name: string; readonly signature: string }[]
}

export interface CompletionOption {
  readonly label: string
  readonly kind: 'type' | 'field' | 'concept' | 'figure' | 'function' | 'name'
  /** What is told beside it: a concept's title, how a function is called. */
  readonly detail?: string
  /** What is put in, where it is more than the label. */
  readonly apply?: string
}

export interface Completion {
  /** Characters before the cursor that are replaced. */
  readonly back: number
  readonly options: readonly CompletionOption[]
}

const offer = (kind: CompletionOption['kind'], labels: Iterable<string>): readonly CompletionOption[] =>
  [...labels].map((label) => ({ label, kind }))

const conceptsOf = ({ concepts }: CompletionGround): readonly CompletionOption[] =>
  concepts.map(({ id, title }) => ({ label: id, kind: 'concept', detail: title }))

const indentOf = (line: string): number => /^ *(?:- +)?/.exec(line)?.[0].length ?? 0

const fieldOption = ({ name, kind }: FormField): CompletionOption => ({
  label: name,
  kind: 'field',
  apply:
    kind === 'list' || kind === 'named' || kind === 'givens' || kind === 'expressions' || kind === 'words-list'
      ? `${name}:`
      : `${name}: `,
})

/** Keys above the last line that hold it, the nearest last. */
const parentsOf = (lines: readonly string[]): readonly string[] => {
  let indent = indentOf(lines.at(-1) ?? '')
  const found: string[] = []
  for (const line of lines.slice(0, -1).reverse()) {
    const key = /^( *)(?:- +)?([\w-]+):/.exec(line)
    const own = indentOf(line)
    if (key === null || own >= indent) continue
    found.unshift(key[2] ?? '')
    indent = own
  }
  return found
}

const formOf = (item: string, forms: readonly CardForm[]): CardForm | null => {
  const type = /^\s*(?:- +)?type:\s*["']?([\w-]+)/m.exec(item)?.[1]
  if (type !== undefined) return forms.find((form) => form.type === type) ?? null
  const own = (form: CardForm) => form.fields.some(({ kind }) => kind === 'expressions')
  return /^\s*(?:- +)?(?:ask|steps|given):/m.test(item)
    ? (forms.find(own) ?? null)
    : (forms.find(({ named }) => !named) ?? null)
}

const fieldsAt = (form: CardForm | null, parents: readonly string[]): readonly FormField[] => {
  let fields: readonly FormField[] = [...fieldsBefore, ...(form?.fields ?? []), ...fieldsAfter]
  for (const parent of parents) {
    const field = fields.find(({ name }) => name === parent)
    if (field === undefined) continue
    if (field.kind === 'list' || field.kind === 'named') fields = field.of
    else return []
  }
  return fields
}

/** Words of the language's own inside a given, a step or a loop: nobody's names. */
const languageWords: ReadonlySet<string> = new Set(
  'value shape uniform normal integer index choice bernoulli decimals distinct tex repeat times carry steps as'.split(
    ' ',
  ),
)

const namesIn = (item: string): readonly string[] => {
  const block = /^\s*(?:given|steps):[\s\S]*?(?=^\s{0,2}\w+:|\s*$(?![\s\S]))/gm
  const keys = [...item.matchAll(block)].flatMap(([text]) => [...text.matchAll(/[{,\n]\s*([A-Za-z_]\w*):/g)])
  return [...new Set(keys.map(([, name = '']) => name))].filter((name) => !languageWords.has(name))
}

/**
 * What may stand where somebody types, read off the text alone so that it works in the middle of a half-written card.
 * `before` is the card's entry up to the cursor, `item` all of it.
 */
export const completeAt = (before: string, item: string, ground: CompletionGround): Completion | null => {
  const lines = before.split('\n')
  const line = lines.at(-1) ?? ''
  const word = /[\p{L}\p{N}_./-]*$/u.exec(line)?.[0] ?? ''
  const lead = line.slice(0, line.length - word.length)
  const made = (options: readonly CompletionOption[], back = word.length): Completion | null =>
    options.length === 0 ? null : { back, options }

  if (/^\s*(?:- +)?type:\s*["']?$/.test(lead))
    return made(
      offer(
        'type',
        ground.forms.map(({ type }) => type),
      ),
    )
  if (/\]\($/.test(lead)) return made(offer('figure', ground.figures))
  if (/\bconcept:$/.test(lead)) return made(conceptsOf(ground))
  const parents = parentsOf(lines)
  if (
    /^\s*(?:- +)?(?:\{.*)?concepts:\s*\[?[^\]]*$/.test(lead) ||
    (parents.at(-1) === 'concepts' && /^\s*- $/.test(lead))
  )
    return made(conceptsOf(ground))
  const form = formOf(item, ground.forms)
  if (/^\s*(?:- +)?$/.test(lead)) return made(fieldsAt(form, parents).map(fieldOption))
  const computes = form?.fields.some(({ kind }) => kind === 'expressions') === true
  const prose = /(?:prompt|says|note|erratum|solution|label|en|zh):\s[^}]*$/.test(lead)
  if (!computes || prose || word === '' || !/[:\s"'(,[*+\-/^@<>=]$/.test(lead)) return null
  const name = /[A-Za-z_]\w*$/.exec(word)?.[0] ?? ''
  if (name === '') return null
  return made(
    [
      ...offer('name', namesIn(item)),
      ...ground.functions.map(
        ({ name: label, signature }): CompletionOption => ({
          label,
          kind: 'function',
          detail: signature.slice(label.length),
          apply: `${label}(`,
        }),
      ),
    ],
    name.length,
  )
}
