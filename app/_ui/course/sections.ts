/** A line of the contents. */
export interface ListedSection {
  readonly id: string
  readonly title: string
  readonly study: number
}

export const sectionHref = (deck: string, section: string): string =>
  `/course/${encodeURIComponent(deck)}/${encodeURIComponent(section)}`

/** How the author calls each study; some have only a number. */
export interface StudyTitles {
  readonly [study: number]: string
}

export const studyTitles = (studies: readonly { readonly number: number; readonly title: string }[]): StudyTitles =>
  Object.fromEntries(studies.map(({ number, title }) => [number, title]))

/** Sections by study, in the order the course has them. */
export const studiesOf = (
  sections: readonly ListedSection[],
): readonly { readonly study: number; readonly sections: readonly ListedSection[] }[] => {
  const studies = new Map<number, ListedSection[]>()
  for (const section of sections) studies.set(section.study, [...(studies.get(section.study) ?? []), section])
  return [...studies].map(([study, own]) => ({ study, sections: own }))
}
