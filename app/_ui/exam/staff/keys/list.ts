import type { ExamQuestionListing } from '@/lib/exam/protocol/staff'
import { choiceKey } from './choice-key'
import type { KeyEditor } from './key-editor'
import { matchKey } from './match-key'
import { numbersKey } from './numbers-key'
import { orderKey } from './order-key'
import { textKey } from './text-key'

/** One line a kind of key. */
export const keyEditors: readonly KeyEditor[] = [choiceKey, orderKey, matchKey, textKey, numbersKey]

const byKind = new Map(keyEditors.map((editor) => [editor.kind, editor]))

/** The editor of a question's key; null for whoever is not told the key. */
export const keyEditorOf = ({ keys: [own] }: ExamQuestionListing): KeyEditor | null =>
  own === undefined ? null : (byKind.get(own.key.kind) ?? null)
