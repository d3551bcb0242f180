import { clausesOf } from '../mask'

/** Words with which a new statement begins inside a sentence. */
const turns =
  /^(?:但是?|然而|不过|因此|所以|于是|换[言句]|也就是|同时|另外|此外|而(?!不|是)|如果|虽然|即使|尽管|同样也|其中|不同的是|这种方法的|这样|这就|but |however|therefore|so |while |whereas |although )/i
const bound = /(?:因为|由于|如果|虽然|当|为了?|若)[^，]*$/

/** A sentence as the statements it strings together, the whole first. Parts that hang on a condition stay with it. */
export const segmentsOf = (text: string): readonly string[] => {
  const clauses = clausesOf(text)
  if (clauses.length < 2) return [text]
  const cuts: number[] = []
  clauses.forEach((clause, i) => {
    if (
      i > 0 &&
      turns.test(clause.text) &&
      !(i === 1 && bound.test(clauses[0]?.text ?? '') && !/^如果|^但/.test(clause.text))
    )
      cuts.push(i)
  })
  if (cuts.length === 0) return [text]
  const parts: string[] = []
  let from = 0
  for (const at of [...cuts, clauses.length]) {
    const [first, last] = [clauses[from], clauses[at - 1]]
    if (first !== undefined && last !== undefined)
      parts.push(
        text
          .slice(first.from, last.to)
          .replace(/^[，,；;\s]+/, '')
          .trim(),
      )
    from = at
  }
  return parts
}
