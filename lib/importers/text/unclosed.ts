const pairs = [
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['[$$]', '[/$$]'],
  ['[$]', '[/$]'],
  ['[latex]', '[/latex]'],
] as const

/**
 * Takes away signs that open a formula where no sign follows that could close it: each would be looked for to the end of the text, which
 * a text made of nothing else turns into minutes.
 */
export const withoutUnclosed = (text: string): string =>
  pairs.reduce((rest, [open, close]) => {
    if (!rest.includes(open)) return rest
    const last = rest.lastIndexOf(close)
    const end = last < 0 ? 0 : last + close.length
    return rest.slice(0, end) + rest.slice(end).replaceAll(open, open.slice(1))
  }, text)
