import 'server-only'
import type { Resets } from '@/lib/content/deck/stamp-resets'
import type { BankAbout } from '@/lib/sync/bank'

/** A file of a published draft. A figure's bytes are kept by the deck under a name of their own. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly figure?: string
}

/** What a publication keeps of its draft. */
export interface KeptSource {
  readonly about: BankAbout
  readonly files: readonly SourceFile[]
  readonly resets: Resets
}

export const writeKept = ({ about, files, resets }: KeptSource) => ({
  about: JSON.stringify(about),
  files: JSON.stringify(files),
  resets: JSON.stringify(resets),
})

// The columns are only ever written by `writeKept`, in one transaction with the rest of the row.
export const readKeptResets = (text: string): Resets => JSON.parse(text) as Resets

export const readKept = (row: {
  readonly about: string
  readonly files: string
  readonly resets: string
}): KeptSource => ({
  about: JSON.parse(row.about) as BankAbout,
  files: JSON.parse(row.files) as readonly SourceFile[],
  resets: readKeptResets(row.resets),
})
