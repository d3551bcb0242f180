import type { Program } from '@/lib/compute/language/program'
import type { StoredValues } from '@/lib/compute/values'
import type { Block, Inline, MathSet } from '@/lib/view/block'

/** A compute question in one language: its program without words, frozen variants and everything set. */
export interface Compiled {
  /** Prompt, titles and what mistakes say are set elsewhere, so they are null here. */
  readonly program: Program
  /** At least one. */
  readonly variants: readonly CompiledVariant[]
  readonly prompt: readonly Block[]
  readonly solution: readonly Block[]
  /** Names as formulas, by given or step; names that read better as words are left out. */
  readonly names: readonly NamedMath[]
  /** What each step computes, loops' inner steps included. */
  readonly formulas: readonly NamedMath[]
  /** In the program's order. */
  readonly asks: readonly CompiledAsk[]
  readonly mistakes: readonly { readonly name: string; readonly says: readonly Block[] }[]
}

export interface CompiledVariant {
  readonly given: StoredValues
  /** Shapes of the asks, in the program's order: the boxes are drawn before anything is computed. */
  readonly shapes: readonly (readonly number[])[]
}

export interface CompiledAsk {
  readonly label: { readonly math: MathSet | null; readonly text: string }
  /** A verdict question's options. */
  readonly options: readonly (readonly Inline[])[] | null
}

/** A formula under a name of the program. */
export interface NamedMath {
  readonly name: string
  readonly math: MathSet
}

/** The formula of a name, if one was set. */
export const setOf = (sets: readonly NamedMath[], name: string): MathSet | null =>
  sets.find((set) => set.name === name)?.math ?? null
