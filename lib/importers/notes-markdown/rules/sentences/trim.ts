import { isChinese } from '../../words/deixis'
import { clausesOf } from '../mask'

const enough = { zh: 11, en: 30 }
const most = { zh: 50, en: 130 }

const goesOn =
  /^(?:或者|并且?|从而|以及|而不是|而是|也就|即|而且|且|来|以|使|让|那么|则|就|它们|而(?!对)|and |or |so that |which |that |then )/i
const opens =
  /^(?:如果|若|当|因为|由于|虽然|只要|只有|即使|随着|为了|既然|一旦|根据|然后根据|对于(?!.*(?:会|是|有))|if |when |because |although |while |since )/i
const hangs = /(?:时|之后|之前|的时候|来|来说|来看|过程中|情况下)$/

/** Whether a clause is only the beginning of what it says. */
export const isOpen = (clause: string): boolean => opens.test(clause) || hangs.test(clause)

/** Whether a clause only carries on the one before it. */
export const carriesOn = (clause: string): boolean => goesOn.test(clause)

/** The first fact of an answer: its first clause, and more only while it is too short to say anything or plainly goes on. */
export const firstFact = (text: string): string => {
  const chinese = isChinese(text)
  const [low, high] = chinese ? [enough.zh, most.zh] : [enough.en, most.en]
  let to = 0
  let open = true
  for (const clause of clausesOf(text)) {
    if (!open && to >= low && !carriesOn(clause.text)) break
    if (!open && clause.to > high) break
    to = clause.to
    open = isOpen(clause.text)
  }
  return to === 0 ? text : text.slice(0, to).trim()
}
