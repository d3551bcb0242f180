import type { Language } from '@/lib/core/language'
import type { MathSet } from '@/lib/view/block'
import { type Cloze, type FormulaFault, hideGaps, setFormula } from './math'
import type { ReadText } from './read'
import { speak } from './speak'

/** Sets formulas and texts and remembers them: a deck writes the same formula on many cards, and is read before it is compiled. */
export interface Formulas {
  readonly set: (
    tex: string,
    display: boolean,
    cloze: Cloze,
    language: Language,
  ) => { readonly math: MathSet; readonly faults: readonly FormulaFault[] }
  /** Whole texts that were read already, by what they were read from. */
  readonly texts: Map<string, ReadText>
}

export const makeFormulas = (): Formulas => {
  const seen = new Map<string, ReturnType<typeof setFormula>>()
  return {
    texts: new Map(),
    set: (tex, display, cloze, language) => {
      // Only formulas with gaps look different by the way gaps are shown.
      const shown = tex.includes('\\cloze') ? cloze : 'none'
      const key = `${display}|${shown}|${tex}`
      const visible = shown === 'closed' ? hideGaps(tex) : tex
      const known = seen.get(key) ?? setFormula(visible, display, shown)
      seen.set(key, known)
      return { math: { tex: visible, html: known.html, spoken: speak(tex, language, shown) }, faults: known.faults }
    },
  }
}
