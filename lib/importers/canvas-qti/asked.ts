import { gap } from '../questions/gap'
import type { Answer, Asked, NumberAnswer } from '../questions/question'
import { bareWords, html, isBlank, plain, type Text } from '../text/text'
import { at, attribute, type Element, elementsIn, everyIn, wordsAt, wordsIn } from '../xml/element'
import { rangesOf, scoresOf } from './scores'
import { feedbackOf, materialOf } from './texts'

const none = html('')

const labelsOf = (response: Element) =>
  everyIn(response, 'response_label').map((label) => ({ ident: attribute(label, 'ident'), text: materialOf(label) }))

const choice = (item: Element, several: boolean): Asked => {
  const [response] = everyIn(item, 'response_lid')
  if (response === undefined) return { kind: 'none', why: 'no-answer', detail: '' }
  const shares = new Map(scoresOf(item).map(({ value, share }) => [value, share]))
  const whys = feedbackOf(item)
  const options = labelsOf(response).map(
    ({ ident, text }): Answer => ({ text, share: shares.get(ident) ?? 0, why: whys.get(ident) ?? none }),
  )
  return { kind: 'choice', several, options }
}

const truth = (item: Element): Asked => {
  const asked = choice(item, false)
  if (asked.kind !== 'choice') return asked
  const right = asked.options.find(({ share }) => share > 0)
  if (right === undefined) return { kind: 'none', why: 'no-right', detail: '' }
  return { kind: 'true-false', right: /^(?:true|t|对|正确|是)$/i.test(bareWords(right.text)), whys: [right.why] }
}

const short = (item: Element): Asked => ({
  kind: 'short',
  answers: scoresOf(item).map(({ value, share }) => ({ text: plain(value), share, why: none })),
})

const numerical = (item: Element): Asked => {
  const exact = scoresOf(item).map(
    ({ value, share }): NumberAnswer => ({ written: value, value: Number(value), tolerance: 0, share, why: none }),
  )
  const ranges = rangesOf(item).map(({ low, high, share }): NumberAnswer => {
    const around = exact.find(({ value }) => value >= low && value <= high)
    const middle = around?.value ?? Number(((low + high) / 2).toPrecision(12))
    return {
      written: around?.written ?? String(middle),
      value: middle,
      // Of two unequal sides the narrower one holds for both.
      tolerance: Math.min(high - middle, middle - low),
      share,
      why: none,
    }
  })
  const answers = ranges.length > 0 ? ranges : exact
  const bad = answers.find(({ value }) => !Number.isFinite(value))
  if (bad !== undefined) return { kind: 'none', why: 'not-a-number', detail: bad.written.slice(0, 80) }
  return { kind: 'number', answers, unit: '' }
}

const matching = (item: Element): Asked => {
  const right = new Map(scoresOf(item).map(({ response, value }) => [response, value]))
  const responses = everyIn(item, 'response_lid')
  const used = new Set<string>()
  const pairs = responses.flatMap((response) => {
    const value = right.get(attribute(response, 'ident'))
    const label = labelsOf(response).find(({ ident }) => ident === value)
    if (label === undefined) return []
    used.add(label.ident)
    const [material] = elementsIn(response, 'material')
    return [{ left: materialOf(material ?? null), right: label.text }]
  })
  const [first] = responses
  return { kind: 'match', pairs, extra: (first === undefined ? 0 : labelsOf(first).length) - used.size }
}

/** Labels in the order in which the one condition names them. */
const ordering = (item: Element): Asked => {
  const labels = new Map(everyIn(item, 'response_label').map((label) => [attribute(label, 'ident'), label]))
  const [right] = everyIn(item, 'respcondition')
  const named = right === undefined ? [] : everyIn(right, 'varequal').map((one) => wordsIn(one).trim())
  const items = named.flatMap((name) => labels.get(name) ?? [])
  if (items.length < labels.size) return { kind: 'none', why: 'no-right', detail: '' }
  return { kind: 'order', items: items.map((label) => materialOf(label)) }
}

const calculated = (item: Element): Asked => {
  const extension = at(item, 'itemproc_extension', 'calculated')
  const formulas = at(extension, 'formulas')
  const formula = wordsAt(formulas, 'formula') || wordsAt(extension, 'formula')
  if (extension === null || formula === '') return { kind: 'none', why: 'formula-unknown', detail: '' }
  const around = wordsAt(extension, 'answer_tolerance')
  const relative = around.endsWith('%')
  const size = Math.abs(Number(around.replace('%', '')) || 0)
  const decimals = Number(attribute(formulas, 'decimal_places') || Number.NaN)
  const sets = elementsIn(at(extension, 'var_sets'), 'var_set')
  return {
    kind: 'formula',
    dialect: 'canvas',
    wildcards: elementsIn(at(extension, 'vars'), 'var').map((one) => {
      const name = attribute(one, 'name')
      const scale = Number(attribute(one, 'scale') || '0')
      return {
        name,
        low: Number(wordsAt(one, 'min') || Number.NaN),
        high: Number(wordsAt(one, 'max') || Number.NaN),
        decimals: Number.isInteger(scale) && scale >= 0 && scale <= 9 ? scale : 1,
        uniform: true,
        drawn: sets.flatMap((set) =>
          elementsIn(set, 'var').flatMap((drawn) =>
            attribute(drawn, 'name') === name ? [Number(wordsAt(drawn))].filter(Number.isFinite) : [],
          ),
        ),
      }
    }),
    // Lines before the last only name what the last one uses; a formula of one line is all that is read.
    answers: [{ formula: wordsAt(elementsIn(formulas, 'formula').at(-1) ?? null) || formula, share: 1, why: none }],
    tolerance: { kind: relative ? 'relative' : 'absolute', size: relative ? size / 100 : size },
    decimals: Number.isInteger(decimals) && decimals >= 0 ? decimals : null,
    unit: '',
  }
}

/** `[name]` in a question with several blanks becomes a gap with what is right there. */
export const withBlanks = (text: Text, item: Element): Text | null => {
  const right = new Map(scoresOf(item).map(({ response, value }) => [response, value]))
  let missing = 0
  const source = everyIn(item, 'response_lid').reduce((whole, response) => {
    const ident = attribute(response, 'ident')
    // Its material is its name, or what is right there; its own name holds the blank's in either case.
    const names = [ident.replace(/^response_/, ''), bareWords(materialOf(elementsIn(response, 'material')[0] ?? null))]
    const name = names.find((one) => one !== '' && whole.includes(`[${one}]`))
    const labels = labelsOf(response)
    const value = right.get(ident)
    const label = labels.find((one) => one.ident === value) ?? null
    if (label === null || name === undefined) {
      missing++
      return whole
    }
    const words = labels.map((one) => bareWords(one.text))
    return whole.replaceAll(`[${name}]`, gap(bareWords(label.text), words.length > 1 ? words.join(' / ') : ''))
  }, text.source)
  return missing > 0 ? null : { ...text, source }
}

/** The kind of a question without Canvas' own mark, by what it is made of. */
const guess = (item: Element): string => {
  const [lid] = everyIn(item, 'response_lid')
  switch (attribute(lid ?? null, 'rcardinality').toLowerCase()) {
    case 'ordered':
      return 'ordering_question'
    case 'multiple':
      return 'multiple_answers_question'
  }
  if (lid !== undefined) return 'multiple_choice_question'
  const [typed] = everyIn(item, 'response_str')
  if (typed === undefined) return everyIn(item, 'response_num').length > 0 ? 'numerical_question' : 'text_only_question'
  return scoresOf(item).length > 0 ? 'short_answer_question' : 'essay_question'
}

export const askedBy = (item: Element, named: string): Asked => {
  const type = named === '' ? guess(item) : named
  switch (type) {
    case 'multiple_choice_question':
      return choice(item, false)
    case 'multiple_answers_question':
      return choice(item, true)
    case 'true_false_question':
      return truth(item)
    case 'short_answer_question':
      return short(item)
    case 'fill_in_multiple_blanks_question':
    case 'multiple_dropdowns_question':
      return { kind: 'gaps' }
    case 'matching_question':
      return matching(item)
    case 'ordering_question':
      return ordering(item)
    case 'numerical_question':
      return numerical(item)
    case 'calculated_question':
      return calculated(item)
    case 'essay_question': {
      const model = feedbackOf(item).get('general') ?? none
      return isBlank(model) ? { kind: 'none', why: 'no-answer', detail: '' } : { kind: 'open', answer: model }
    }
    case 'text_only_question':
      return { kind: 'none', why: 'description', detail: '' }
    default:
      return { kind: 'none', why: 'unknown-type', detail: type.slice(0, 80) }
  }
}
