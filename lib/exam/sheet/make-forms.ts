import type { CardFace } from '@/lib/cards/card-type'
import type { MarkingKey } from '@/lib/cards/marking/key'
import type { Json } from '@/lib/core/json'
import { type Language, languages } from '@/lib/core/language'
import { disguise } from './disguise'
import type { ExamQuestion, PartNames } from './question'

/** One frozen showing of a question. Only `questions` ever leaves the server before the answer. */
export interface ExamForm {
  /** The occasion it was shown at; shows the same numbers in the same order again. */
  readonly seed: string
  readonly key: MarkingKey
  readonly names: PartNames
  readonly questions: { readonly [L in Language]?: ExamQuestion }
}

/** Seeds tried for each wanted form: a card has a dozen variants, and few orders of few options. */
const triesEach = 8

/**
 * Freezes up to `count` different showings of a card, at least one; null where nobody but the learner can mark it.
 * `secret` seeds them: whoever knows neither it nor the card's file can tell nothing from a form's number.
 */
export const makeForms = (
  face: CardFace,
  contents: { readonly [L in Language]?: Json },
  secret: string,
  count: number,
): readonly ExamForm[] | null => {
  const { key } = face
  const [first] = languages.flatMap((language) => {
    const content = contents[language]
    return content === undefined ? [] : [{ language, content }]
  })
  if (key === null || first === undefined) return null
  const forms: ExamForm[] = []
  const seen = new Set<string>()
  for (let attempt = 0; attempt < count * triesEach && forms.length < count; attempt++) {
    const seed = `${secret}/${attempt}`
    const shown = face.present(first.content, { seed, language: first.language })
    const { question, names } = disguise(shown)
    const look = JSON.stringify(question)
    if (seen.has(look)) continue
    seen.add(look)
    const questions = Object.fromEntries(
      languages.flatMap((language) => {
        const content = contents[language]
        return content === undefined ? [] : [[language, disguise(face.present(content, { seed, language })).question]]
      }),
    )
    forms.push({ seed, names, key: key(first.content, { seed, language: first.language }), questions })
  }
  return forms
}
