import type { Lab } from '@/lib/cards/authoring-type'
import type { FieldPath } from '@/lib/content/yaml/edit-item'
import type { Json } from '@/lib/core/json'
import type { BankAbout } from '@/lib/sync/bank'
import type { DraftCheck, EditedDraft, Look } from './draft-reader'
import type { ShownChanges } from './shown-changes'

/** A function of the compute language, and how it is called. */
export interface KnownFunction {
  readonly name: string
  readonly signature: string
}

/** What the editor asks its worker, and what comes back. */
export interface EditorTasks {
  /** Begins with a draft; answers what a completion knows of the compute language. */
  readonly open: { readonly input: EditedDraft; readonly output: { readonly functions: readonly KnownFunction[] } }
  readonly write: {
    readonly input: readonly { readonly path: string; readonly text: string | null }[]
    readonly output: null
  }
  readonly say: { readonly input: BankAbout; readonly output: null }
  readonly look: { readonly input: { readonly path: string; readonly line: number }; readonly output: Look }
  /** Reads on for a moment; null where there is nothing new to tell yet. Asked until nothing is left. */
  readonly check: { readonly input: null; readonly output: DraftCheck | null }
  /** The open draft against what was published; null for a bank that never was. */
  readonly changes: { readonly input: EditedDraft | null; readonly output: ShownChanges }
  readonly lab: {
    readonly input: { readonly type: string; readonly text: string; readonly file: string }
    readonly output: Lab | null
  }
  /** An entry as plain data, for a form. */
  readonly value: { readonly input: string; readonly output: Json | null }
  /** An entry with another value in a field; left out, the field goes. */
  readonly set: {
    readonly input: { readonly text: string; readonly path: FieldPath; readonly value?: Json }
    readonly output: string | null
  }
  /** An entry in which a named field is called something else. */
  readonly rename: {
    readonly input: { readonly text: string; readonly path: FieldPath; readonly name: string }
    readonly output: string | null
  }
}

export type EditorTask = keyof EditorTasks

export type EditorRequest = {
  [K in EditorTask]: { readonly id: number; readonly kind: K; readonly input: EditorTasks[K]['input'] }
}[EditorTask]

export type EditorAnswer =
  | { readonly kind: 'done'; readonly id: number; readonly output: EditorTasks[EditorTask]['output'] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  /** The worker is there; answers no task. */
  | { readonly kind: 'ready'; readonly id: number }
