import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Targets } from './check-field'
import type { DeckFile, Section } from './deck'

const figure = /(?:^|\/)(figures\/.+)$/

/** What links and figures of a deck may point at; each answer is the fault, or null. */
export const makeTargets = (
  concepts: ReadonlySet<string>,
  sections: readonly Section[],
  files: readonly DeckFile[],
): Targets => {
  const named = new Set(sections.map((section) => section.id))
  const figures = new Set(files.flatMap((file) => figure.exec(file.path)?.[1] ?? []))
  return {
    link: (target) => {
      if (target.kind === 'concept') return concepts.has(target.id) ? null : `There is no concept "${target.id}".`
      if (target.kind === 'section') return named.has(target.id) ? null : `There is no section "${target.id}".`
      return null
    },
    figure: (src) => (figures.has(src) ? null : `There is no file "${src}".`),
  }
}

/** Links, anchors and figures of sections that lead nowhere. */
export const checkSectionLinks = (sections: readonly Section[], targets: Targets): readonly Diagnostic[] =>
  sections.flatMap((section) =>
    Object.values(section.editions).flatMap((edition) => {
      const found: Diagnostic[] = []
      const tell = (at: { line: number; column: number }, message: string, hint: string) =>
        found.push({ severity: 'error', file: edition.file, path: '', line: at.line, column: at.column, message, hint })
      for (const link of edition.met.links) {
        const wrong =
          link.target.kind === 'anchor' && !edition.met.anchors.includes(link.target.id)
            ? `There is no heading {#${link.target.id}} in this section.`
            : targets.link(link.target)
        if (wrong !== null) tell(link, wrong, 'Compare it with concepts.yaml and the section files.')
      }
      for (const figure of edition.met.figures) {
        const wrong = targets.figure(figure.src)
        if (wrong !== null) tell(figure, wrong, 'Add the file or correct its name.')
      }
      return found
    }),
  )
