import { type Sentence, stretch } from '../parse/sentences'
import type { Token } from '../parse/tokens'
import type { Claim } from '../proposal'
import { isChinese } from '../words/deixis'
import { type Equation, equationsOf } from './equations'
import { formulaCard, leftFor, wordsAround } from './formula'
import { type Candidate, nothing, type Place, type UnitRule } from './rule'

const tail = /(?:的?(?:计算)?公式)?(?:就|可)?(?:计算|写|表示)?(?:为|是|作|成|：|:|=|is|equals)?\s*$/u
const shortest = 5

/** The words right before a formula, back to the last comma, as its name. */
const nameBefore = (sentence: Sentence, token: Token, place: Place): string | null => {
  const raw = sentence.passage.raw.slice(sentence.from, token.from)
  const from =
    Math.max(
      raw.lastIndexOf('，'),
      raw.lastIndexOf(', '),
      raw.lastIndexOf('：') === raw.length - 1 ? -1 : raw.lastIndexOf('：'),
    ) + 1
  if (raw.slice(from).trim() === '') return null
  const before = stretch(
    { passage: sentence.passage, tokens: sentence.tokens, text: '', sentences: [] },
    sentence.from + from,
    token.from,
  )
  const name = (before?.text ?? '').replace(tail, '').trim()
  const limit = isChinese(name) || place.language === 'zh' ? 16 : 50
  return name.length < 2 ||
    /^(?:并|然后|通常|向|对|我们|使用|建议|如果|在|其中|将|即|可)|(?:一个|满足|增加|使用)$/.test(name) ||
    name.length > limit ||
    name.includes('$')
    ? null
    : name
}

const isFormula = (tex: string): boolean =>
  tex.length >= shortest && (/[=]/.test(tex) || /\\frac|[-+*/^]|\\sqrt|\\sum/.test(tex)) && !/^[[(]/.test(tex)

const claimOf = ({ checks }: Place, tex: string, equation: Equation | undefined, words: string): Claim =>
  equation === undefined ? checks.expression(tex, words) : checks.equation(equation, tex, words)

/** `precision $\frac{TP}{TP+FP}$`: a name and its formula inside a line. Wrong ones are told wherever they stand. */
export const inlineFormula: UnitRule = {
  name: 'inline formula',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'prose') return nothing
    const candidates: Candidate[] = []
    const taken: [number, number][] = []
    for (const sentence of unit.prose.sentences) {
      const formulas = sentence.tokens.filter((token) => token.kind === 'math' && isFormula(token.value))
      for (const token of formulas) {
        const name = nameBefore(sentence, token, place)
        const [equation] = equationsOf(token.value)
        if (equation !== undefined && /[<>,，]/.test(equation.left.replace(/\([^()]*\)/g, ''))) continue
        const before = sentence.passage.raw.slice(Math.max(sentence.from, token.from - 60), token.from)
        const claim = claimOf(
          place,
          token.value,
          equation,
          `${name ?? before} ${equation === undefined ? '' : wordsAround(place)}`,
        )
        if (claim.kind === 'not checked' && (name === null || formulas.length > 1 || !token.value.includes('=')))
          continue
        if (claim.kind === 'checked' && name === null && equation === undefined) continue
        const label = name ?? place.topics.at(-1) ?? ''
        if (label === '' && equation === undefined) continue
        const shown: Equation = equation ?? {
          left: leftFor(label),
          right: token.value,
          index: 0,
        }
        const card = formulaCard(
          {
            ...place,
            before: '',
            topics: label === '' ? place.topics : [...place.topics.filter((topic) => topic !== label), label],
          },
          shown,
          claim,
          sentence.from,
          sentence.to,
        )
        if (card === null) continue
        candidates.push(card)
        if (claim.kind !== 'not checked' || sentence.text.length - token.value.length < 24)
          taken.push([sentence.from, sentence.to])
      }
    }
    return { candidates, taken }
  },
}
