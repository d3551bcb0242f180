import { fields, properties, standings } from './query'

/** A text to put in the place of what is being typed. */
export interface Completion {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Names that the learner's own cards give. */
export interface KnownNames {
  readonly deck: readonly string[]
  readonly tag: readonly string[]
  readonly concept: readonly string[]
  readonly type: readonly string[]
  readonly mistake: readonly string[]
}

const most = 8

const quoteIfNeeded = (value: string): string =>
  /[\s()":]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value

/** How the word at the caret may go on; nothing while it is empty. */
export const complete = (text: string, caret: number, names: KnownNames): readonly Completion[] => {
  const before = text.slice(0, caret)
  const from = before.search(/[^\s()（）\-－]*$/)
  const typed = before.slice(from)
  if (typed === '' || typed.includes('"')) return []
  const to = caret + (/^[^\s()（）]*/.exec(text.slice(caret))?.[0].length ?? 0)
  const [field = '', ...rest] = typed.split(/[:：]/)
  const value = rest.join(':').toLowerCase()
  const lead = field.toLowerCase()
  const options =
    rest.length === 0
      ? fields.filter((name) => name.startsWith(lead) && name !== lead).map((name) => `${name}:`)
      : valuesOf(lead, names)
          .filter((name) => name.toLowerCase().includes(value) && name.toLowerCase() !== value)
          .sort((a, b) => Number(b.toLowerCase().startsWith(value)) - Number(a.toLowerCase().startsWith(value)))
          .map((name) => `${lead}:${quoteIfNeeded(name)}`)
  return options.slice(0, most).map((option) => ({ text: option, from, to }))
}

const fixed: { readonly [field: string]: readonly string[] } = {
  is: standings,
  flag: ['1', '2', '3', '4', '5', '6', '7'],
  prop: properties.map((name) => `${name}>`),
  rated: ['1', '7', '30', '1:1', '7:1', '30:1'],
  introduced: ['1', '7', '30'],
}

const valuesOf = (field: string, names: KnownNames): readonly string[] => {
  switch (field) {
    case 'deck':
    case 'tag':
    case 'concept':
    case 'type':
    case 'mistake':
      return names[field]
    default:
      return fixed[field] ?? []
  }
}
