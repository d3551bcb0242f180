import { formulas } from '../claims/formulas/list'
import { repairTex, unsafeTex } from '../parse/repair-tex'
import type { Claim } from '../proposal'
import { isChinese } from '../words/deixis'
import { draftCard } from './draft-card'
import { type Equation, equationsOf } from './equations'
import { formulaName } from './formula-name'
import { type Candidate, nothing, type Place, type UnitRule } from './rule'

/** A formula on its own: its right side is the gap, the name above it the question. One that fails its check is an erratum. */
export const formula: UnitRule = {
  name: 'formula',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'math') return nothing
    const words = wordsAround(place)
    const to = unit.block.passage.raw.length
    const candidates = equationsOf(unit.tex).flatMap((equation) => {
      const claim = place.checks.equation(equation, unit.tex, words)
      return formulaCard(place, equation, claim, 0, to) ?? []
    })
    if (candidates.length > 0 || unit.tex.includes('=')) return { candidates, taken: [] }
    const name = formulaName(place)
    const claim = place.checks.expression(unit.tex, words)
    if (name === null || claim.kind === 'not checked') return nothing
    return {
      candidates: [formulaCard(place, { left: leftFor(name), right: unit.tex, index: 0 }, claim, 0, to)].filter(
        (card) => card !== null,
      ),
      taken: [],
    }
  },
}

/** A name in place of a left side. */
export const leftFor = (name: string): string => `\\text{${name.replace(/^使用|来.*$/g, '').replace(/[{}\\$`*]/g, '')}}`

/** Where the names a registry looks for may stand. */
export const wordsAround = (place: Place): string => [...place.heading.slice(-3), place.before].join(' ').slice(-400)

const whyOf = (claim: Extract<Claim, { kind: 'erratum' }>, chinese: boolean): string => {
  const known = formulas.find(({ id }) => id === claim.entry)?.why
  const why = known === undefined ? '' : chinese ? known.zh : known.en
  if (claim.entry === 'function-application')
    return chinese ? '函数名与括号之间不应有等号。' : 'No equals sign belongs between a function and its bracket.'
  return why
}

const numbersOf = (claim: Extract<Claim, { kind: 'erratum' }>, chinese: boolean): string =>
  claim.numbers
    .map(({ given, says, correct }) =>
      chinese
        ? `取 ${given}：笔记的式子得 ${says ?? '无法计算'}，正确的式子得 ${correct}。`
        : `With ${given} the printed formula gives ${says ?? 'nothing'}, the correct one ${correct}.`,
    )
    .join('')

/** What the notes say, what is correct, and the numbers that tell them apart. */
const erratumCard = (
  place: Place,
  left: string,
  claim: Extract<Claim, { kind: 'erratum' }>,
  base: Candidate,
  label: string,
): Candidate => {
  const chinese = place.language === 'zh'
  const says = repairTex(claim.says.includes('=') ? claim.says : `${left} = ${claim.says}`)
  const correct = repairTex(claim.entry === 'function-application' ? claim.correct : `${left} = ${claim.correct}`)
  const why = [whyOf(claim, chinese), numbersOf(claim, chinese)].filter((part) => part !== '').join(chinese ? '' : ' ')
  const topic = label === '' ? '' : chinese ? `**${label}**：` : `**${label}**: `
  return {
    ...base,
    rule: 'erratum',
    type: 'basic',
    confidence: 0.8,
    key: `erratum|${claim.entry}|${says}`,
    fields: {
      front: chinese
        ? `${topic}下面的式子错在哪里？\n\n$$\n${says}\n$$`
        : `${topic}what is wrong with this formula?\n\n$$\n${says}\n$$`,
      back: chinese
        ? `应为\n\n$$\n${correct}\n$$${why === '' ? '' : `\n\n${why}`}`
        : `It should be\n\n$$\n${correct}\n$$${why === '' ? '' : `\n\n${why}`}`,
      erratum: chinese
        ? `笔记写作 $${says}$；应为 $${correct}$。`
        : `The notes say $${says}$; correct is $${correct}$.`,
    },
    asks: `${label} ${says}`,
    answer: correct,
    claim: { ...claim, says, correct, why },
    concerns: [],
  }
}

/** What a formula is called: by the registry where it has a name for it, else by the titles above. */
const labelOf = (place: Place, claim: Claim, topics: readonly string[]): string => {
  const called = claim.kind === 'not checked' ? undefined : formulas.find(({ id }) => id === claim.entry)?.called
  return called === undefined
    ? [...new Set(topics.slice(-2))].join(' › ')
    : place.language === 'zh'
      ? called.zh
      : called.en
}

const conditioned = /^(.+?),\s*(?:\\quad\s*)?(\(?[a-z]\s*(?:<|>|\\le|\\ge)\s*-?[\d.]+\)?)(?:,.*)?$/s

/** The right side as a gap; where it holds stays in sight. */
const gapOf = (right: string): string => {
  const found = conditioned.exec(right)
  return found === null ? `\\cloze{${right}}` : `\\cloze{${found[1]}}\\quad ${found[2]}`
}

export const formulaCard = (
  place: Place,
  { left, right, index }: Equation,
  claim: Claim,
  from: number,
  to: number,
): Candidate | null => {
  const [shownLeft, shownRight] = [repairTex(left), repairTex(right)]
  if (unsafeTex(`${left}=${right}`) || unsafeTex(shownRight) || shownRight.length < 2) return null
  const name = formulaName(place)
  const topics = name === null ? place.topics : [...place.topics.filter((topic) => topic !== name), name]
  const base = draftCard(place, {
    rule: 'formula',
    confidence: claim.kind === 'checked' ? 0.9 : 0.65,
    draft: { kind: 'gap', before: '', gap: shownRight, after: '', hint: null },
    from,
    to,
    key: `formula|${name ?? ''}|${shownLeft}|${index}`,
    topics,
  })
  const label = labelOf(place, claim, topics)
  if (claim.kind === 'erratum') return erratumCard(place, shownLeft, claim, base, label)
  const chinese = isChinese(label) || place.language === 'zh'
  const gap = gapOf(shownRight)
  const text = `${label === '' ? '' : `**${label}**${chinese ? '：' : ':'}\n\n`}$$\n${shownLeft} = ${gap}\n$$`
  const entry = claim.kind === 'checked' ? formulas.find(({ id }) => id === claim.entry) : undefined
  const note = entry?.note === undefined ? null : chinese ? entry.note.zh : entry.note.en
  return {
    ...base,
    fields: { text, ...(note === null ? {} : { note }) },
    asks: `${label} ${shownLeft}`,
    answer: shownRight,
    claim,
    concerns: label === '' ? ['unnamed'] : [],
  }
}
