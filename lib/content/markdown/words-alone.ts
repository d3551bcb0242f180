import type { PhrasingContent, Root } from 'mdast'

const sign = String.raw`\p{L}\p{N}\p{M},.;:?!'"()/%=，。；：？！、（）“”‘’《》·×…—–\-`
/**
 * One line of words and of signs that mean nothing wherever they stand. It begins with a letter, so that it is no item, heading or rule.
 */
const words = new RegExp(`^\\p{L}(?:[${sign} ]*[${sign}])?$`, 'u')
/** The same words in plain emphasis: letters at both its ends and space around it, where no rule of neighbours can decide otherwise. */
const emphasis = /(?<=^| )(\*\*?)((?:\p{L}|\p{N})(?:[^*\n]*(?:\p{L}|\p{N}))?)\1(?= |$)/gu
/** A link without brackets. */
const address = /www\.|https?:/i

const place = (start: number, end: number) => ({
  start: { line: 1, column: start + 1, offset: start },
  end: { line: 1, column: end + 1, offset: end },
})

const textAt = (value: string, start: number): PhrasingContent => ({
  type: 'text',
  value,
  position: place(start, start + value.length),
})

const phrasesOf = (text: string): PhrasingContent[] => {
  const found: PhrasingContent[] = []
  let read = 0
  for (const { 0: whole, 1: marks = '', 2: inner = '', index } of text.matchAll(emphasis)) {
    if (index > read) found.push(textAt(text.slice(read, index), read))
    const end = index + whole.length
    found.push({
      type: marks.length === 2 ? 'strong' : 'emphasis',
      children: [textAt(inner, index + marks.length)],
      position: place(index, end),
    })
    read = end
  }
  if (read < text.length) found.push(textAt(text.slice(read), read))
  return found
}

/**
 * The tree of a text that has no markup beyond plain emphasis, as the parser would give it and in a small part of its time; null for every
 * other text.
 */
export const wordsAlone = (text: string): Root | null => {
  if (!words.test(text.replace(emphasis, '$2')) || address.test(text)) return null
  return {
    type: 'root',
    children: [{ type: 'paragraph', children: phrasesOf(text), position: place(0, text.length) }],
    position: place(0, text.length),
  }
}
