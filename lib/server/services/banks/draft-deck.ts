import 'server-only'
import { stringify } from 'yaml'
import type { CompiledDeck } from '@/lib/content/deck/compile-deck'
import type { DeckFile } from '@/lib/content/deck/deck'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { ok, type Result } from '@/lib/core/result'
import type { BankAbout } from '@/lib/sync/bank'
import { checkFiles } from '../../gate/check-files'
import type { Figure } from '../figures'

/** A draft's file with everything in it. */
export interface WholeFile extends DeckFile {
  readonly data: Uint8Array<ArrayBuffer> | null
}

/** What a bank says of itself, as the `deck.yaml` a folder would have. */
export const deckYaml = (id: string, { title, languages, author, licence, source, studies }: BankAbout): DeckFile => ({
  path: 'deck.yaml',
  text: stringify(
    { id, title, author, licence, source, languages, studies: studies ?? [{ number: 1, title }] },
    { lineWidth: 0 },
  ),
})

export interface CheckedDraft {
  /** Null while anything in it cannot stand. Figures are not named yet: cards may still be stamped. */
  readonly deck: { readonly compiled: CompiledDeck; readonly figures: readonly Figure[] } | null
  readonly diagnostics: readonly Diagnostic[]
}

const empty: Diagnostic = {
  severity: 'error',
  path: '',
  line: 1,
  column: 1,
  message: 'The bank has no cards.',
  hint: 'Write one, or accept some from notes.',
}

/** Reads a draft as a deck, runs the questions on both engines, and compiles it where nothing is at fault. */
export const checkDraft = async (
  id: string,
  about: BankAbout,
  files: readonly WholeFile[],
): Promise<Result<CheckedDraft, 'gate-busy'>> => {
  const checked = await checkFiles(id, [deckYaml(id, about), ...files.map(({ path, text }) => ({ path, text }))])
  if (!checked.ok) return checked
  const { compiled, diagnostics } = checked.value
  if (compiled === null) return ok({ deck: null, diagnostics })
  if (compiled.languages.every(({ bundle }) => bundle.cards.length === 0))
    return ok({ deck: null, diagnostics: [...diagnostics, empty] })
  const figures = files.flatMap(({ path, data }): Figure[] => (data === null ? [] : [{ path, data }]))
  return ok({ deck: { compiled, figures }, diagnostics })
}
