import type { Block, Inline, MathSet } from '@/lib/view/block'

/** What a text may hold beyond the ordinary. */
export interface Setting {
  /** Names whose `{name}` in prose is a value of the card's own variant. */
  readonly values?: ReadonlySet<string>
  /** How `==gaps==` and `\cloze{...}` are shown; without it `==words==` are marked words. */
  readonly gaps?: 'open' | 'closed'
}

/** Turns an author's Markdown and LaTeX into blocks in one language. Faults were reported when the text was read. */
export interface Typesetter {
  readonly blocks: (markdown: string, setting?: Setting) => readonly Block[]
  readonly inline: (markdown: string, setting?: Setting) => readonly Inline[]
  readonly math: (tex: string, display: boolean) => MathSet
}
