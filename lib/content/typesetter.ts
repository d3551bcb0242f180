import type { Block, Inline, MathSet } from '@/lib/view/block'

/** Turns an author's Markdown and LaTeX into blocks in one language. Faults were reported when the text was read. */
export interface Typesetter {
  readonly blocks: (markdown: string) => readonly Block[]
  readonly inline: (markdown: string) => readonly Inline[]
  readonly math: (tex: string, display: boolean) => MathSet
}
