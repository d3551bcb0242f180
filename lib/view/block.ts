import type { ExplorerName } from './explorer'

/**
 * What rules hand to the screen. Formulas are set at publishing (`html`), so that a card needs no typesetter to be shown,
 * on line or off.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'math'; readonly math: MathSet }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'mark'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** A number or small tensor of the card's own variant, put in when the card is shown. */
  | { readonly kind: 'value'; readonly name: string }
  /** A cloze gap; `answer` is shown once revealed. */
  | { readonly kind: 'gap'; readonly hint: string | null; readonly answer: readonly Inline[]; readonly open: boolean }
  | { readonly kind: 'break' }

/** One formula: its source, its typeset form (KaTeX HTML, inert) and how it is said aloud. */
export interface MathSet {
  readonly tex: string
  readonly html: string
  readonly spoken: string
}

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly id: string; readonly children: readonly Inline[] }
  | { readonly kind: 'math'; readonly math: MathSet }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly (readonly Block[])[]
    }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | {
      readonly kind: 'figure'
      readonly src: string
      readonly alt: string
      readonly caption: readonly Inline[]
      /** Parts of the picture that are covered, or pointed at once they are not; none when left out. */
      readonly masks?: readonly FigureMask[]
    }
  /** Something to play with; `alt` says what it shows to whom cannot see it. */
  | {
      readonly kind: 'explorer'
      readonly name: ExplorerName
      readonly alt: string
      readonly caption: readonly Inline[]
    }
  | {
      readonly kind: 'table'
      readonly header: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }
  /** The givens of a compute card, set as named matrices. */
  | { readonly kind: 'tensors'; readonly items: readonly ShownTensor[] }
  /** The notes' own slip, told beside the right statement. */
  | { readonly kind: 'erratum'; readonly children: readonly Block[] }
  | { readonly kind: 'rule' }

/** Left, top, width and height of a part of a picture, in percent of the picture's width and height. */
export type FigureBox = readonly [left: number, top: number, width: number, height: number]

export interface FigureMask {
  readonly box: FigureBox
  /** `asked` is covered and what the card asks for, `covered` merely hidden, `shown` the asked part laid open. */
  readonly state: 'asked' | 'covered' | 'shown'
}

/** A tensor as the learner reads it: `cells` are the displayed decimals in row-major order. */
export interface ShownTensor {
  readonly name: string
  /** The name as a formula, where the author gave one. */
  readonly math: MathSet | null
  readonly shape: readonly number[]
  readonly cells: readonly string[]
}
