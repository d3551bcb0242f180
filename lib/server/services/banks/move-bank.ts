import 'server-only'
import { isError } from '@/lib/core/diagnostic'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { AskedDeed, BankMoved } from '@/lib/sync/bank-desk'
import { moved, stepOf } from '@/lib/sync/bank-life'
import { type Database, inTransaction, type Transaction } from '../../db/client'
import { bankAccess, lockBank, mayDo } from './access'
import { type Author, readAbout } from './bank'
import { keepStep, type StepToKeep } from './bank-steps'
import { checkDraft } from './draft-deck'
import { keepLearners, releaseLearners } from './kept-learners'
import { mayPublish } from './publish-bank'

export type MoveRefusal = 'not-found' | 'bank-role' | 'bank-moved' | 'no-reason' | 'stale' | 'too-many' | 'gate-busy'

type Gate = Pick<StepToKeep, 'cards' | 'hints'>
/** What the gate found, or what stands against asking. */
type Passed = { readonly gate: Gate } | { readonly against: Extract<BankMoved, { kind: 'refused' }> }

/** A reviewer's time is asked for only once the gate has nothing against the draft. */
const passGate = async (
  db: Database,
  author: Author,
  bank: { readonly id: string; readonly base: number },
  now: Date,
): Promise<Result<Passed, MoveRefusal>> => {
  const access = await bankAccess(db, author, bank.id, 'editor')
  if (!access.ok) return access
  const { row } = access.value
  if (row.revision !== bank.base) return refuse('stale')
  if (!(await mayDo(db, author, access.value, 'ask'))) return refuse('bank-moved')
  if (!(await mayPublish(db, author, now))) return refuse('too-many')
  const files = await db.bankFile.findMany({ where: { bankId: bank.id } })
  const checked = await checkDraft(bank.id, readAbout(row), files)
  if (!checked.ok) return checked
  const { deck, diagnostics } = checked.value
  if (deck === null) return ok({ against: { kind: 'refused', diagnostics: diagnostics.filter(isError) } })
  const cards = Math.max(...deck.compiled.languages.map(({ bundle }) => bundle.cards.length))
  return ok({ gate: { cards, hints: diagnostics.length } })
}

const move = async (
  tx: Transaction,
  author: Author,
  bank: { readonly id: string; readonly base: number },
  deed: AskedDeed,
  kept: Pick<StepToKeep, 'reason'> & Gate,
  now: Date,
): Promise<Result<BankMoved, MoveRefusal>> => {
  await lockBank(tx, bank.id)
  const access = await bankAccess(tx, author, bank.id, 'viewer')
  if (!access.ok) return access
  const { row } = access.value
  if (row.revision !== bank.base) return refuse('stale')
  if (!(await mayDo(tx, author, access.value, deed))) return refuse('bank-moved')
  const { state, review } = moved(row, deed)
  await tx.bank.update({ where: { id: bank.id }, data: { state, review } })
  if (deed === 'retire') await keepLearners(tx, bank.id, now)
  if (deed === 'reopen') await releaseLearners(tx, bank.id)
  await keepStep(tx, bank.id, author.id, { kind: stepOf[deed], revision: row.revision, ...kept }, now)
  return ok({ kind: 'moved' })
}

/**
 * Moves a bank on: asks for a review, judges one, retires, reopens. Whoever does it names the revision they have looked at; of
 * two at once the second hears that the bank has moved. A review is asked for only where the gate finds no fault.
 */
export const moveBank = async (
  db: Database,
  author: Author,
  bank: { readonly id: string; readonly base: number },
  deed: AskedDeed,
  reason: string,
  now: Date,
): Promise<Result<BankMoved, MoveRefusal>> => {
  if (deed === 'return' && reason.trim() === '') return refuse('no-reason')
  const passed = deed === 'ask' ? await passGate(db, author, bank, now) : ok({ gate: {} })
  if (!passed.ok) return passed
  if ('against' in passed.value) return ok(passed.value.against)
  const kept = { reason: reason.trim(), ...passed.value.gate }
  return inTransaction(db, (tx) => move(tx, author, bank, deed, kept, now))
}
