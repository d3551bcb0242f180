import type { Json } from '@/lib/core/json'
import type { CodeSlip } from '../claims/code/check-code'
import { readCode } from '../claims/code/program'
import type { CardFields, Claim } from '../proposal'
import { topicLine } from '../words/topics'
import { type Candidate, nothing, type Place, type UnitRule } from './rule'

const longestCode = 1_200
const mostLines = 24
const blank = '____'

const titleOf = ({ topics }: Place, question: string): string => {
  const line = topicLine(topics, question, '')
  return line === '' ? '' : `**${line.replace(/[*<]/g, '\\$&')}**`
}

const ranges = (place: Place): { readonly from: number; readonly to: number } => ({
  from: 0,
  to: place.unit.block.passage.raw.length,
})

const base = (
  place: Place,
  rule: string,
  confidence: number,
  key: string,
): Omit<Candidate, 'type' | 'fields' | 'asks' | 'answer' | 'claim'> => ({
  rule,
  confidence,
  topics: place.topics,
  heading: place.heading,
  language: place.language,
  passage: place.unit.block.passage,
  ...ranges(place),
  key,
  concerns: [],
})

/** Code that runs right, with one line's value left out. */
const completion = (place: Place, language: string, code: string, name: string, claim: Claim): Candidate | null => {
  const lines = readCode(code)
  const target = [...lines].reverse().find(({ code: line }) => line.kind === 'assign' && line.name === name)
  if (target === undefined || target.code.kind !== 'assign') return null
  const piece = target.code.value.trim()
  const at = target.text.lastIndexOf(piece)
  if (piece.length < 2 || at < 0) return null
  const shown = code
    .split('\n')
    .map((text, i) => (i === target.code.line ? `${text.slice(0, at)}${blank}${text.slice(at + piece.length)}` : text))
    .join('\n')
  const title = titleOf(place, '')
  const chinese = place.language === 'zh'
  const question = chinese
    ? `${title === '' ? '' : `${title}：`}补全缺少的部分。`
    : `${title === '' ? '' : `${title}: `}fill in what is missing.`
  return {
    ...base(place, 'code', claim.kind === 'checked' ? 0.85 : 0.55, `code|${place.topics.at(-1) ?? ''}|${name}`),
    type: 'code',
    fields: { question, language, code: shown, answers: [piece] },
    asks: `${title} ${shown}`,
    answer: piece,
    claim,
  }
}

const parts = (slip: CodeSlip, chinese: boolean): string => (chinese ? slip.why.zh : slip.why.en)

/** Code with a slip: the learner finds the line. One card a slip, the other slips already put right. */
const findError = (
  place: Place,
  language: string,
  code: string,
  slips: readonly CodeSlip[],
  slip: CodeSlip,
  claim: Extract<Claim, { kind: 'erratum' }>,
): Candidate => {
  const chinese = place.language === 'zh'
  const lines = code.split('\n').flatMap((text, line): Json[] => {
    if (text.trim() === '') return []
    const other = slips.find((each) => each.line === line)
    if (line === slip.line) return [{ text, fix: text.replace(text.trim(), slip.fix), why: parts(slip, chinese) }]
    return [other === undefined ? text : text.replace(text.trim(), other.fix)]
  })
  const title = titleOf(place, '')
  const question = chinese
    ? `${title === '' ? '' : `${title}：`}哪一行写错了？`
    : `${title === '' ? '' : `${title}: `}which line is wrong?`
  const erratum = chinese
    ? `笔记写作 \`${slip.text}\`；应为 \`${slip.fix}\`。`
    : `The notes say \`${slip.text}\`; correct is \`${slip.fix}\`.`
  const fits = lines.length >= 3 && lines.length <= 8
  const told = chinese
    ? `应为 \`${slip.fix}\`。${parts(slip, chinese)}`
    : `It should be \`${slip.fix}\`. ${parts(slip, chinese)}`
  const asked = chinese ? `代码 \`${slip.text}\` 错在哪里？` : `what is wrong with the line \`${slip.text}\`?`
  const fields: CardFields = fits
    ? { question, language, lines, erratum }
    : {
        front: chinese ? `${title === '' ? '' : `${title}：`}${asked}` : `${title === '' ? '' : `${title}: `}${asked}`,
        back: told,
        erratum,
      }
  return {
    ...base(place, 'erratum', 0.8, `erratum|code|${claim.entry}|${slip.text}`),
    type: fits ? 'find-error' : 'basic',
    fields,
    asks: `${title} ${slip.text}`,
    answer: slip.fix,
    claim,
  }
}

/** Code: completed where it was run and is right, an error to be found where it is wrong, completed for review where nobody can tell. */
export const code: UnitRule = {
  name: 'code',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'code' || unit.code.length > longestCode) return nothing
    const lines = unit.code.split('\n').filter((line) => line.trim() !== '')
    if (lines.length < 2 || lines.length > mostLines) return nothing
    const language = unit.language === '' ? 'text' : unit.language
    const words = [...place.heading.slice(-3), place.before].join(' ')
    const result = place.checks.code(unit.code, words)
    if (result.kind === 'checked') {
      const claim: Claim = { kind: 'checked', by: 'code', entry: result.pattern.id, runs: result.runs }
      const cards = result.pattern.ask.slice(0, 2).map((name) => completion(place, language, unit.code, name, claim))
      return { candidates: cards.filter((card) => card !== null), taken: [] }
    }
    if (result.kind === 'erratum') {
      const cards = result.slips.map((slip) =>
        findError(place, language, unit.code, result.slips, slip, {
          kind: 'erratum',
          entry: result.pattern.id,
          says: slip.text,
          correct: slip.fix,
          why: parts(slip, place.language === 'zh'),
          numbers: result.given === '' ? [] : [{ given: result.given, says: result.says, correct: result.correct }],
        }),
      )
      return { candidates: cards, taken: [] }
    }
    const last = readCode(unit.code).findLast(({ code: line }) => line.kind === 'assign' && /[-+*/(]/.test(line.value))
    if (last === undefined || last.code.kind !== 'assign') return nothing
    const card = completion(place, language, unit.code, last.code.name, { kind: 'not checked' })
    return { candidates: card === null ? [] : [card], taken: [] }
  },
}
