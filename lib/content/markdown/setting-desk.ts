import type { Language } from '@/lib/core/language'
import type { MathSet } from '@/lib/view/block'
import type { Setting } from '../typesetter'
import type { Fault } from './fault'
import type { Formulas } from './formulas'
import type { LinkTarget } from './links'

interface Start {
  readonly line: number
  readonly column: number
  readonly offset?: number | undefined
}

/** A node's place as unist gives it; synthetic nodes have none. */
export interface Placed {
  readonly position?: { readonly start: Start } | undefined
}

/** What was met while a text was set, for checks that need the whole deck. */
export interface Met {
  readonly links: { readonly target: LinkTarget; readonly line: number; readonly column: number }[]
  readonly figures: { readonly src: string; readonly line: number; readonly column: number }[]
  readonly anchors: string[]
  readonly formulas: string[]
  /** Cards written inside the text: the fence's word, its body, and where the body's first line starts. */
  readonly fences: { readonly word: string; readonly text: string; readonly line: number; readonly column: number }[]
  gaps: number
}

/** One text on its way from tree to blocks. */
export interface Desk {
  readonly text: string
  readonly language: Language
  readonly setting: Setting
  /** Fence words that start a card. */
  readonly cardWords: ReadonlySet<string>
  readonly met: Met
  readonly fault: (at: Placed, message: string, hint: string, severity?: Fault['severity']) => void
  readonly math: (tex: string, display: boolean, at: Placed, openerLength: number) => MathSet
}

export const makeDesk = (
  text: string,
  language: Language,
  setting: Setting,
  formulas: Formulas,
  cardWords: ReadonlySet<string>,
): { readonly desk: Desk; readonly faults: Fault[] } => {
  const faults: Fault[] = []
  const met: Met = { links: [], figures: [], anchors: [], formulas: [], fences: [], gaps: 0 }
  const start = (at: Placed) => at.position?.start ?? { line: 1, column: 1 }
  return {
    faults,
    desk: {
      text,
      language,
      setting,
      cardWords,
      met,
      fault: (at, message, hint, severity = 'error') => {
        const { line, column } = start(at)
        faults.push({ severity, line, column, message, hint })
      },
      math: (tex, display, at, openerLength) => {
        const { math, faults: found } = formulas.set(tex, display, setting.gaps ?? 'none', language)
        const from = start(at)
        for (const fault of found) {
          // A display formula starts on the line below its `$$`; lines of an inline one keep their own columns.
          const line = from.line + fault.line - 1 + (display ? 1 : 0)
          const column = display
            ? from.column + fault.column - 1
            : fault.line === 1
              ? from.column + openerLength + fault.column - 1
              : fault.column
          faults.push({ ...fault, line, column })
        }
        met.formulas.push(tex)
        met.gaps += tex.split('\\cloze').length - 1
        return math
      },
    },
  }
}
