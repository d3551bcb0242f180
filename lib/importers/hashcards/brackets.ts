interface Span {
  readonly from: number
  readonly to: number
}

const skipped =
  /!\[[^\]\n]*\]\([^)\n]{0,2000}\)|\[[^\]\n]*\]\([^)\n]{0,2000}\)|`[^`\n]*`|\$\$[^$]*\$\$|\$[^$\n]*\$|\\[[\]]/y

/** Where the gaps of a text are: brackets that are no picture, link, code, formula or escaped sign. */
export const spansIn = (text: string): readonly Span[] => {
  const spans: Span[] = []
  let from = -1
  for (let at = 0; at < text.length; at++) {
    skipped.lastIndex = at
    const over = from < 0 ? skipped.exec(text) : null
    if (over !== null) at += over[0].length - 1
    else if (text[at] === '[' && from < 0) from = at
    else if (text[at] === ']' && from >= 0) {
      spans.push({ from, to: at })
      from = -1
    }
  }
  return spans
}

/** One text for each gap, with that gap marked and the others open. */
export const oneGapEach = (text: string): readonly string[] => {
  const spans = spansIn(text)
  return spans.map((mine) => {
    let [result, at] = ['', 0]
    for (const span of spans) {
      const inside = text.slice(span.from + 1, span.to).replace(/\s*\n\s*/g, ' ')
      result += text.slice(at, span.from) + (span === mine && inside.trim() !== '' ? `==${inside.trim()}==` : inside)
      at = span.to + 1
    }
    return result + text.slice(at)
  })
}
