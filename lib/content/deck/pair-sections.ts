import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Language } from '@/lib/core/language'
import { disagreement } from './agreement'
import type { Section, SectionText } from './deck'
import type { SectionReading } from './read-section'

const kinds = (text: SectionText): readonly string[] =>
  text.blocks.map((block) => (block.kind === 'heading' ? `heading ${block.level} {#${block.id}}` : block.kind))

const structure = (one: SectionText, other: SectionText): string | null => {
  const [a, b] = [kinds(one), kinds(other)]
  const at = a.findIndex((kind, i) => kind !== b[i])
  if (at < 0 && a.length === b.length) return null
  const where = at < 0 ? a.length : at
  return `Block ${where + 1} is "${a[where] ?? 'missing'}" here and "${b[where] ?? 'missing'}" in the other language.`
}

const frontDiffers = (one: SectionReading, other: SectionReading): string | null => {
  if (one.front.study !== other.front.study) return 'study'
  if (one.front.order !== other.front.order) return 'order'
  return one.front.concepts.join() === other.front.concepts.join() ? null : 'concepts'
}

/** Joins the languages of each section and tells where they part. */
export const pairSections = (
  readings: readonly SectionReading[],
  languages: readonly Language[],
): { sections: readonly Section[]; diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = []
  const tell = (file: string, severity: Diagnostic['severity'], message: string, hint: string) =>
    diagnostics.push({ severity, file, path: '', line: 1, column: 1, message, hint })
  const byName = new Map<string, SectionReading[]>()
  for (const reading of readings) {
    const same = byName.get(reading.name) ?? []
    if (same.some((other) => other.language === reading.language))
      tell(reading.text.file, 'error', `Two sections are called "${reading.name}".`, 'Rename one file and its id.')
    else byName.set(reading.name, [...same, reading])
  }
  const sections = [...byName.values()].map((editions): Section => {
    const [one, other] = editions
    if (one === undefined) throw new Error('a section was grouped without a reading')
    for (const language of languages)
      if (!editions.some((edition) => edition.language === language))
        tell(one.text.file, 'error', `The section has no text in "${language}".`, `Add ${one.name}.${language}.md.`)
    if (other !== undefined) {
      const key = frontDiffers(one, other)
      if (key !== null)
        tell(
          other.text.file,
          'error',
          `"${key}" differs from the other language.`,
          'Write the same front matter in both.',
        )
      const apart =
        structure(one.text, other.text) ??
        disagreement({ source: one.text.source, read: one.text }, { source: other.text.source, read: other.text })
      if (apart !== null) tell(one.text.file, 'warning', apart, 'Both languages say the same in the same order.')
    }
    return { ...one.front, editions: Object.fromEntries(editions.map((edition) => [edition.language, edition.text])) }
  })
  return { sections: sections.sort((a, b) => a.study - b.study || a.order - b.order), diagnostics }
}
