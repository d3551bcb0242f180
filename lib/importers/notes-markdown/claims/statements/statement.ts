import type { ClaimNumbers } from '../../proposal'

/** What the text around a sentence says, for claims that lean on it. */
export interface Around {
  readonly topics: readonly string[]
  readonly before: string
}

export interface BothLanguages {
  readonly en: string
  readonly zh: string
}

export interface Misstatement {
  /** The part of the sentence that is wrong, as it stands there. */
  readonly says: string
  readonly correct: BothLanguages
  readonly why: BothLanguages
  readonly numbers: readonly ClaimNumbers[]
}

/** A statement of the field that is often written down wrong: recognised in a sentence, and put right. */
export interface KnownSlip {
  readonly id: string
  readonly find: (text: string, around: Around) => Misstatement | null
}

/** A slip recognised by its wording. `where` must fit the sentence or the topics around it. */
export const slip = (
  id: string,
  says: RegExp,
  where: RegExp | null,
  correct: BothLanguages,
  why: BothLanguages,
  numbers: () => readonly ClaimNumbers[] = () => [],
): KnownSlip => ({
  id,
  find: (text, { topics, before }) => {
    const found = says.exec(text)
    if (found === null || (where !== null && !where.test(`${topics.join(' ')} ${before} ${text}`))) return null
    return { says: found[0], correct, why, numbers: numbers() }
  },
})
