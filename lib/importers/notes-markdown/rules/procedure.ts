import { stretch } from '../parse/sentences'
import { colonOf } from '../parse/titles'
import { isChinese, isUnfinished } from '../words/deixis'
import { draftCard } from './draft-card'
import { clausesOf } from './mask'
import { nothing, type UnitRule } from './rule'

const leads = /^(?:and )?(?:首先|先|然后|再|接着|随后|最后|之后|first,? |then |next,? |finally,? |after that,? )/i
/** English sets a comma behind the word that leads a step. */
const leadComma = /\b(first|next|finally|then|after that),(?=\s)/gi
const bracket = /（[^）]*）$/

/** Steps told one behind the other with "then": put them in order. */
export const procedure: UnitRule = {
  name: 'procedure',
  find: (place) => {
    const { unit } = place
    if (unit.kind !== 'prose') return nothing
    const { prose } = unit
    const colon = colonOf(prose)
    const [sentence] = prose.sentences
    if (colon === null || sentence === undefined || prose.sentences.length > 1 || colon.head.length > 24) return nothing
    const said = stretch(prose, colon.from, sentence.to)
    if (said === null || isUnfinished(said.text)) return nothing
    const clauses = clausesOf(said.text.replace(leadComma, '$1')).map(({ text }) => text)
    const steps = clauses.map((text) => text.replace(leads, '').replace(bracket, '').trim())
    const led = clauses.filter((text) => leads.test(text)).length
    if (led < 1 || steps.length < 3 || steps.length > 6 || steps.some((step) => step.length < 4 || step.length > 60))
      return nothing
    if (/但|不过|如果|因为|优点|缺点/.test(said.text)) return nothing
    const chinese = isChinese(said.text)
    const question = chinese ? `${colon.head}的步骤按什么顺序进行？` : `${colon.head}: put the steps in order.`
    const base = draftCard(place, {
      rule: 'procedure',
      confidence: 0.75,
      draft: { kind: 'question', front: question, back: steps.join(' ') },
      from: sentence.from,
      to: sentence.to,
      key: `procedure|${colon.head}`,
    })
    return {
      candidates: [{ ...base, type: 'order', fields: { question, items: steps } }],
      taken: [[sentence.from, sentence.to]],
    }
  },
}
