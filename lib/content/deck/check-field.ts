import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Language } from '@/lib/core/language'
import type { MarkdownField } from '../field-reader'
import type { Formulas } from '../markdown/formulas'
import type { LinkTarget } from '../markdown/links'
import { type ReadText, readText } from '../markdown/read'
import { disagreement } from './agreement'

/** Where links and figures may lead. */
export interface Targets {
  readonly link: (target: LinkTarget) => string | null
  readonly figure: (src: string) => string | null
}

/** Checks the Markdown of one card field: what it says, where it leads, and whether its languages agree. */
export const makeFieldCheck =
  (formulas: Formulas, targets: Targets) =>
  (field: MarkdownField, diagnostics: Diagnostic[], file: string): void => {
    const seen: { language: Language; source: string; read: ReadText }[] = []
    const tell = (
      language: Language,
      at: { readonly line: number; readonly column: number },
      severity: Diagnostic['severity'],
      message: string,
      hint: string,
    ) => diagnostics.push({ severity, file, path: field.path, ...field.place(language, at), message, hint })
    for (const language of ['en', 'zh'] as const) {
      const source = field.words[language]
      // One plain string for both languages is checked once.
      if (source === undefined || seen.some((other) => other.source === source)) continue
      const read = readText(source, language, formulas, field.setting)
      seen.push({ language, source, read })
      for (const fault of read.faults) tell(language, fault, fault.severity, fault.message, fault.hint)
      for (const { target, ...at } of read.met.links) {
        const wrong = targets.link(target)
        if (wrong !== null) tell(language, at, 'error', wrong, 'Compare it with concepts.yaml and the section files.')
      }
      for (const { src, ...at } of read.met.figures) {
        const wrong = targets.figure(src)
        if (wrong !== null) tell(language, at, 'error', wrong, 'Add the file or correct its name.')
      }
    }
    const [one, other] = seen
    if (one === undefined || other === undefined) return
    const differs = disagreement(one, other)
    if (differs !== null) tell(one.language, { line: 1, column: 1 }, 'warning', differs, 'Both languages say the same.')
  }
