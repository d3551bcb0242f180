/** How a letter is drawn for a trial. Vectors and matrices hold numbers of the same range. */
export interface Given {
  readonly shape?: readonly number[]
  readonly from: number
  readonly to: number
  /** A place in a vector rather than a number. */
  readonly whole?: boolean
}

/**
 * A formula of the field that the importer knows. What notes print is translated letter by letter into the compute language
 * and run beside `right` on random numbers.
 */
export interface Formula {
  readonly id: string
  /** Found in the words around the formula: its name in either language. */
  readonly names: RegExp
  /** Fits the left side, braces and blanks removed; formulas without a left side ask for none. */
  readonly left: RegExp | null
  readonly given: { readonly [name: string]: Given }
  /** What each letter of the printed formula means in the compute language; `{j}` is the running index. */
  readonly letters: { readonly [tex: string]: string }
  /** Functions of one input, `{0}` being the input. */
  readonly functions?: { readonly [name: string]: string }
  /** How far each running index runs. */
  readonly ranges?: { readonly [index: string]: number }
  /** The right sides that are correct, in the compute language: one, or one a convention. */
  readonly right: readonly string[]
  /** The right side as it should be printed. */
  readonly tex: string
  /** Entries of one family are told apart by what they compute: a formula that fits one of them is no erratum of another. */
  readonly family?: string
  /** What a card calls it, where the notes' own words would mislead or there are none. */
  readonly called?: { readonly en: string; readonly zh: string }
  /** What a card adds below the answer: what the letters leave open. */
  readonly note?: { readonly en: string; readonly zh: string }
  /** Why a different formula is wrong, where one slip is usual. */
  readonly why?: { readonly en: string; readonly zh: string }
}
