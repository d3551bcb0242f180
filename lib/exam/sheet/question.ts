import type { Block } from '@/lib/view/block'
import type { Input } from '@/lib/view/input'

/** A question as it leaves the server during an exam: what is displayed and what is asked, nothing else. */
export interface ExamQuestion {
  readonly blocks: readonly Block[]
  readonly input: Input
}

/** Public name of each part of a question, by the card's own. */
export type PartNames = { readonly [own: string]: string }
