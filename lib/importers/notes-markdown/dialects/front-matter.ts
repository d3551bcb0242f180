/** Where the text begins behind front matter (`---` … `---` at the very top, YAML or TOML), or 0. */
export const frontMatterEnd = (text: string): number => {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const opened = /(?:---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/y
  opened.lastIndex = start
  const found = opened.exec(text)
  if (found === null) return start
  const sign =
    found[0].slice(0, 3) === '+++'
      ? /(?:\r\n|\n|\r)\+\+\+[ \t]*(?=\r|\n|$)/g
      : /(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/g
  sign.lastIndex = opened.lastIndex - 1
  const end = sign.exec(text)
  // A rule at the top of notes opens no front matter: that holds keys.
  const inside = end === null ? '' : text.slice(opened.lastIndex, end.index)
  if (end === null || end.index - start > 20_000 || (inside.trim() !== '' && !/^[\w-]+\s*[:=]/m.test(inside)))
    return start
  return end.index + end[0].length
}
