import type { Care } from '../anki/html/to-markdown'
import type { Reason } from '../reasons'
import { languageOf } from '../text/language-of'
import { setText } from '../text/set-text'
import { longestText } from '../text/text'
import type { DraftCard, DraftRow, Pen } from './draft'

export interface Penned {
  readonly cards: readonly DraftCard[]
  readonly reasons: readonly Reason[]
  /** Names of pictures its texts use. */
  readonly pictures: readonly string[]
}

class TooLong extends Error {}

const once = (reasons: readonly Reason[]): readonly Reason[] => [
  ...new Map(reasons.map((reason) => [`${reason.kind} ${reason.detail}`, reason])).values(),
]

/** Makes a row's cards with a pen of some care. `figure` knows the path a picture has here. */
export const penRow = (row: DraftRow, care: Care, figure: (name: string) => string | null): Penned => {
  const reasons: Reason[] = [...row.reasons]
  const pictures = new Set<string>()
  const tell: Pen['tell'] = (kind, detail = '') => {
    reasons.push({ kind, detail: detail.slice(0, 300) })
  }
  const ground = {
    care,
    figure: (name: string) => {
      const path = figure(name)
      if (path !== null) pictures.add(name)
      return path
    },
    tell,
  }
  const set: Pen['set'] = (text) => {
    if (text.source.length > longestText) throw new TooLong()
    return setText(text, ground)
  }
  const line: Pen['line'] = (text) => set(text).replace(/\s*\\?\n\s*/g, ' ')
  try {
    const cards = row.make?.({ set, line, figure: ground.figure, care, tell, language: languageOf(row.source) }) ?? []
    return { cards, reasons: once(reasons), pictures: [...pictures] }
  } catch (error) {
    if (!(error instanceof TooLong)) throw error
    return { cards: [], reasons: [{ kind: 'too-long', detail: `> ${longestText}` }], pictures: [] }
  }
}
