import type { ComponentType } from 'react'
import type { MarkingKey } from '@/lib/cards/marking/key'
import type { Language } from '@/lib/core/language'
import type { Change } from '@/lib/exam/corrections/correction'
import type { ExamQuestionListing } from '@/lib/exam/protocol/staff'

export type KeyChange = Extract<Change, { kind: 'key' }>

export interface KeyFieldsProps {
  readonly question: ExamQuestionListing
  readonly change: KeyChange
  readonly language: Language
  readonly onChange: (change: KeyChange) => void
}

/** How a key of one kind is written anew. */
export interface KeyEditor {
  readonly kind: MarkingKey['kind']
  /** Its answers have a tolerance, which can be changed by itself. */
  readonly tolerant: boolean
  /** The change to begin with: what counts now. */
  readonly first: (question: ExamQuestionListing) => KeyChange | null
  /** Whether it says everything that is needed. */
  readonly ready: (change: KeyChange, question: ExamQuestionListing) => boolean
  readonly Fields: ComponentType<KeyFieldsProps>
}
