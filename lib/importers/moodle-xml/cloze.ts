import { decodeEntities } from '../anki/html/entities'
import { gap } from '../questions/gap'
import type { Reason } from '../reasons'

const part = /\{\d*:([A-Z_]+):((?:\\[\s\S]|[^\\}])*)\}/g

const kinds: ReadonlyMap<string, 'typed' | 'number' | 'chosen' | 'several'> = new Map([
  ...['SHORTANSWER', 'SA', 'MW', 'SHORTANSWER_C', 'SAC', 'MWC'].map((name) => [name, 'typed'] as const),
  ...['NUMERICAL', 'NM'].map((name) => [name, 'number'] as const),
  ...['MULTICHOICE', 'MC', 'MULTICHOICE_V', 'MCV', 'MULTICHOICE_H', 'MCH', 'MULTICHOICE_S', 'MCS'].map(
    (name) => [name, 'chosen'] as const,
  ),
  ...['MULTICHOICE_VS', 'MCVS', 'MULTICHOICE_HS', 'MCHS'].map((name) => [name, 'chosen'] as const),
  ...['MULTIRESPONSE', 'MR', 'MULTIRESPONSE_H', 'MRH', 'MULTIRESPONSE_S', 'MRS', 'MULTIRESPONSE_HS', 'MRHS'].map(
    (name) => [name, 'several'] as const,
  ),
])

interface Choice {
  readonly text: string
  readonly right: boolean
}

const choicesOf = (body: string): readonly Choice[] =>
  body.split(/(?<!\\)~/).flatMap((written): Choice[] => {
    const [, mark = '', rest = ''] = /^\s*(=|%-?\d+(?:\.\d+)?%)?([\s\S]*)$/.exec(written) ?? []
    // The sign of an entity's number begins no feedback.
    const text = (rest.split(/(?<!\\|&|&amp;)#/)[0] ?? '').replace(/\\([~#}"/=])/g, '$1').trim()
    if (text === '' || text === '*') return []
    return [{ text, right: mark === '=' || Number(mark.replaceAll('%', '')) > 0 }]
  })

/** An option as Moodle shows it: it reads entities once before it takes them for HTML. */
const asHtml = (text: string): string => decodeEntities(text.replace(/&amp;([^;\s]{2,9}?;)/g, '&$1'))

/**
 * A cloze question's text with its parts as gaps: what is right is hidden, what could be chosen is the hint. Returns what that
 * costs, or null where a part has no right answer.
 */
export const withGaps = (text: string): { readonly text: string; readonly reasons: readonly Reason[] } | null => {
  const reasons: Reason[] = []
  let open = 0
  const marked = text.replace(part, (all, name: string, body: string) => {
    const kind = kinds.get(name)
    if (kind === undefined) {
      open++
      return all
    }
    const choices = choicesOf(body)
    const right = choices.find((choice) => choice.right)
    if (right === undefined) {
      open++
      return all
    }
    if (kind === 'number') {
      const [value = '', tolerance = ''] = right.text.split(':')
      if (Number(tolerance) > 0) reasons.push({ kind: 'tolerance', detail: `${value} ± ${tolerance}` })
      return gap(value)
    }
    if (kind === 'typed') return gap(right.text)
    const rights = kind === 'several' ? choices.filter((choice) => choice.right) : [right]
    const hidden = rights.map((choice) => asHtml(choice.text)).join(', ')
    return gap(hidden, choices.map((choice) => asHtml(choice.text)).join(' / '))
  })
  return open > 0 ? null : { text: marked, reasons }
}
