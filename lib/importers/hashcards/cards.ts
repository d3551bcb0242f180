/** A card as hashcards writes it: a question with its answer, or a text with gaps in brackets. */
export type HashCard =
  | { readonly kind: 'basic'; readonly line: number; readonly front: string; readonly back: string }
  | { readonly kind: 'cloze'; readonly line: number; readonly text: string }
  /** A question that no answer follows, or an answer that follows no question. */
  | { readonly kind: 'half'; readonly line: number; readonly has: 'question' | 'answer'; readonly text: string }

interface Open {
  readonly sign: 'Q' | 'A' | 'C'
  readonly line: number
  readonly text: string[]
}

const mark = /^([QAC]):\s?(.*)$/
const fence = /^\s*(`{3,}|~{3,})/

/** Cards between `Q:`, `A:` and `C:` at the beginning of lines; `---` ends one, and what stands before the first is no card. */
export const hashCards = (lines: readonly string[], firstLine: number): readonly HashCard[] => {
  const cards: HashCard[] = []
  let question: Open | null = null
  let open: Open | null = null
  let fenced: string | null = null
  const body = ({ text }: Open) => text.join('\n').trim()
  const end = () => {
    if (open === null) return
    if (open.sign === 'C') cards.push({ kind: 'cloze', line: open.line, text: body(open) })
    else if (open.sign === 'Q') cards.push({ kind: 'half', line: open.line, has: 'question', text: body(open) })
    else if (question === null) cards.push({ kind: 'half', line: open.line, has: 'answer', text: body(open) })
    else cards.push({ kind: 'basic', line: question.line, front: body(question), back: body(open) })
    question = null
    open = null
  }
  lines.forEach((line, i) => {
    const edge = fence.exec(line)?.[1]
    if (edge !== undefined) fenced = fenced === null ? edge : edge.startsWith(fenced) ? null : fenced
    const found = fenced === null ? mark.exec(line) : null
    const sign = found?.[1]
    if (sign === 'Q' || sign === 'A' || sign === 'C') {
      if (sign === 'A' && open?.sign === 'Q') question = open
      else end()
      open = { sign, line: firstLine + i, text: [found?.[2] ?? ''] }
    } else if (fenced === null && /^---+\s*$/.test(line)) end()
    else open?.text.push(line)
  })
  end()
  return cards
}
