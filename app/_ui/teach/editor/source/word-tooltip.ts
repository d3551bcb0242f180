import type { Extension } from '@codemirror/state'
import { hoverTooltip } from '@codemirror/view'

const wordAt = /[\p{L}\p{N}_.-]+/gu

/** Tells what is known of the word under the pointer, by what follows it on its line. */
export const wordTooltip = (tell: (word: string, after: string) => string | null): Extension =>
  hoverTooltip((view, pos) => {
    const line = view.state.doc.lineAt(pos)
    const within = pos - line.from
    for (const { 0: word, index } of line.text.matchAll(wordAt)) {
      const end = index + word.length
      if (within < index || within > end) continue
      const told = tell(word, line.text.slice(end))
      if (told === null) return null
      return {
        pos: line.from + index,
        end: line.from + end,
        above: true,
        create: () => {
          const dom = document.createElement('div')
          dom.className = 'cm-told'
          dom.textContent = told
          return { dom }
        },
      }
    }
    return null
  })
