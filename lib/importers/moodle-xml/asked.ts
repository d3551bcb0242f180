import { gap } from '../questions/gap'
import type { Answer, Asked, FormulaAnswer, NumberAnswer } from '../questions/question'
import { bareWords, html, isBlank, plain, type Text } from '../text/text'
import { at, child, type Element, elementsIn, wordsAt, wordsIn } from '../xml/element'
import { datasetsOf } from './datasets'
import { shareOf, textAt, textOf } from './texts'

const isTrue = (text: string): boolean => text === 'true' || text === '1'

const answersOf = (question: Element, folder: string): readonly Answer[] =>
  elementsIn(question, 'answer').map((answer) => ({
    text: textOf(answer, folder),
    share: shareOf(answer),
    why: textAt(answer, 'feedback', folder),
  }))

const unitsOf = (question: Element): string => {
  const units = elementsIn(child(question, 'units'), 'unit')
  return wordsAt(units.find((unit) => Number(wordsAt(unit, 'multiplier')) === 1) ?? units[0] ?? null, 'unit_name')
}

const numbers = (question: Element, folder: string): Asked => {
  const answers = elementsIn(question, 'answer').map((answer): NumberAnswer => {
    const written = wordsAt(answer, 'text')
    return {
      written,
      value: written === '' ? Number.NaN : Number(written.replace(',', '.')),
      tolerance: Math.abs(Number(wordsAt(answer, 'tolerance')) || 0),
      share: written === '*' ? 0 : shareOf(answer),
      why: textAt(answer, 'feedback', folder),
    }
  })
  const bad = answers.find(({ value, share }) => share > 0 && !Number.isFinite(value))
  if (bad !== undefined) return { kind: 'none', why: 'not-a-number', detail: bad.written.slice(0, 80) }
  return { kind: 'number', answers, unit: unitsOf(question) }
}

/** `{={a}*2}` as an option of a calculated multiple choice. */
const optionFormula = (text: Text): string | null => /^\{=([\s\S]+)\}$/.exec(bareWords(text))?.[1] ?? null

const formulas = (question: Element, folder: string, options: boolean): Asked => {
  const elements = elementsIn(question, 'answer')
  const answers = elements.flatMap((answer): FormulaAnswer[] => {
    const formula = options ? optionFormula(textOf(answer, folder)) : wordsAt(answer, 'text')
    return formula === null || formula === '*'
      ? []
      : [{ formula, share: shareOf(answer), why: textAt(answer, 'feedback', folder) }]
  })
  const [first] = elements.filter((answer) => shareOf(answer) > 0)
  if (first === undefined || answers.length === 0)
    return { kind: 'none', why: 'formula-unknown', detail: bareWords(textOf(elements[0] ?? null, folder)).slice(0, 80) }
  const type = wordsAt(first, 'tolerancetype')
  // 1 and "relative" are parts of the key, 2 "nominal" is a width; 3 "geometric" is nearly relative.
  const relative = type === '' || type === '1' || type === '3' || type === 'relative' || type === 'geometric'
  // Format 1 counts decimals; 2 counts significant figures, which no number of decimals can say.
  const decimals = wordsAt(first, 'correctanswerformat') === '2' ? null : Number(wordsAt(first, 'correctanswerlength'))
  return {
    kind: 'formula',
    dialect: 'moodle',
    wildcards: datasetsOf(question),
    answers,
    tolerance: { kind: relative ? 'relative' : 'absolute', size: Math.abs(Number(wordsAt(first, 'tolerance')) || 0) },
    decimals: Number.isInteger(decimals) ? decimals : null,
    unit: unitsOf(question),
  }
}

/** `[[1]]` in the text of a question whose words are dragged or selected. */
export const withPlaces = (text: string, question: Element): string => {
  const options = [...elementsIn(question, 'selectoption'), ...elementsIn(question, 'dragbox')]
  const words = options.map((option) => ({ text: wordsAt(option, 'text'), group: wordsAt(option, 'group') }))
  return text.replace(/\[\[(\d+)\]\]/g, (all, place: string) => {
    const right = words[Number(place) - 1]
    if (right === undefined) return all
    return gap(right.text, words.flatMap((one) => (one.group === right.group ? [one.text] : [])).join(' / '))
  })
}

/** What a question asks; its text and name are read by others. */
export const askedBy = (question: Element, type: string, folder: string): Asked => {
  switch (type) {
    case 'multichoice':
      return {
        kind: 'choice',
        several: !isTrue(wordsAt(question, 'single') || 'true'),
        options: answersOf(question, folder),
      }
    case 'truefalse': {
      const answers = answersOf(question, folder)
      const right = answers.find(({ share }) => share > 0)
      if (right === undefined) return { kind: 'none', why: 'no-right', detail: '' }
      const whys = [...answers].sort((a, b) => b.share - a.share).map(({ why }) => why)
      return { kind: 'true-false', right: bareWords(right.text).toLowerCase() === 'true', whys }
    }
    case 'shortanswer':
      return {
        kind: 'short',
        answers: answersOf(question, folder).map((answer) => ({ ...answer, text: plain(answer.text.source) })),
      }
    case 'numerical':
      return numbers(question, folder)
    case 'matching':
    case 'ddmatch': {
      const sides = elementsIn(question, 'subquestion').map((sub) => ({
        left: textOf(sub, folder),
        right: plain(wordsIn(at(sub, 'answer', 'text')).trim()),
      }))
      const pairs = sides.filter(({ left }) => !isBlank(left))
      return { kind: 'match', pairs, extra: sides.length - pairs.length }
    }
    case 'ordering':
      return { kind: 'order', items: elementsIn(question, 'answer').map((answer) => textOf(answer, folder)) }
    case 'cloze':
    case 'multianswer':
    case 'gapselect':
    case 'ddwtos':
      return { kind: 'gaps' }
    case 'calculated':
    case 'calculatedsimple':
      return formulas(question, folder, false)
    case 'calculatedmulti':
      return formulas(question, folder, true)
    case 'essay':
      return { kind: 'open', answer: textAt(question, 'graderinfo', folder) }
    case 'description':
      return { kind: 'none', why: 'description', detail: '' }
    default:
      return { kind: 'none', why: 'unknown-type', detail: type.slice(0, 80) }
  }
}

export const noText = html('')
