/** A question's text with what stands before it. */
export interface Block {
  readonly line: number
  readonly source: string
  readonly category: readonly string[]
  readonly id: string | null
  readonly tags: readonly string[]
}

const pathOf = (text: string): readonly string[] =>
  text
    .split(/(?<!\/)\/(?!\/)/)
    .map((part) => part.trim().replaceAll('//', '/'))
    .filter((part) => part !== '' && !/^(?:top|\$\w+\$)$/i.test(part))

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found.trim()).filter(Boolean)

/** Blocks between blank lines, without comments; a comment may name the id and tags of the question after it. */
export const blocksOf = (text: string): readonly Block[] => {
  const blocks: Block[] = []
  let [category, id, tags]: [readonly string[], string | null, string[]] = [[], null, []]
  let lines: string[] = []
  let start = 1
  const end = () => {
    if (lines.length > 0) {
      blocks.push({ line: start, source: lines.join('\n'), category, id, tags })
      id = null
      tags = []
    }
    lines = []
  }
  for (const [i, line] of text.split('\n').entries()) {
    const bare = line.trim()
    if (bare === '') {
      end()
      continue
    }
    if (bare.startsWith('//')) {
      id = all(bare, /\[id:([^[\]]*)\]/g)[0] ?? id
      for (const tag of all(bare, /\[tag:([^[\]]*)\]/g)) tags.push(tag)
      continue
    }
    const named = /^\$CATEGORY:\s*(.*)$/.exec(bare)
    if (named) {
      end()
      category = pathOf(named[1] ?? '')
      continue
    }
    if (lines.length === 0) start = i + 1
    lines.push(line)
  }
  end()
  return blocks
}
