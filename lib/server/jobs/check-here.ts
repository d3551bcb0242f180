import 'server-only'
import { cardTypes } from '@/lib/cards/list'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import type { Formulas } from '@/lib/content/markdown/formulas'
import type { Diagnostic } from '@/lib/core/diagnostic'
import type { BankAbout } from '@/lib/sync/bank'
import { type CheckedDraft, checkDraft, deckYaml, type WholeFile } from '../services/banks/draft-deck'

/** Programs are asked for numbers; a file that never says so has none. */
const mayCompute = ({ text }: WholeFile): boolean => /\bask["']?\s*:/.test(text)

const busy: Diagnostic = {
  severity: 'error',
  path: '',
  line: 1,
  column: 1,
  message: 'The bank could not be checked now.',
  hint: 'Try again in a moment.',
}

/**
 * As `checkDraft`, in a process that may take its time: a deck without programs needs neither the engines nor the gate's thread, which
 * would be begun for it.
 */
export const checkHere = async (
  id: string,
  about: BankAbout,
  files: readonly WholeFile[],
  formulas: Formulas,
): Promise<CheckedDraft> => {
  if (files.some(mayCompute)) {
    const checked = await checkDraft(id, about, files)
    return checked.ok ? checked.value : { deck: null, diagnostics: [busy] }
  }
  const { deck, diagnostics } = readDeck(
    [deckYaml(id, about), ...files.map(({ path, text }) => ({ path, text }))],
    cardTypes,
    formulas,
  )
  if (deck === null) return { deck: null, diagnostics }
  const figures = files.flatMap(({ path, data }) => (data === null ? [] : [{ path, data }]))
  return { deck: { compiled: compileDeck(deck), figures }, diagnostics }
}
