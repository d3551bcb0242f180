import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { BankAbout } from '@/lib/sync/bank'
import type { Database, Transaction } from '../../db/client'
import { inTransaction } from '../../db/client'
import { bankAccess, heldBy, mayDo } from './access'
import { type Author, aboutRow } from './bank'
import { keepStep } from './bank-steps'

/** A file to write into a draft; null text removes it. */
export interface FileChange {
  readonly path: string
  readonly text: string | null
  /** Bytes of a figure. */
  readonly data?: Uint8Array<ArrayBuffer>
}

/** Names a draft's file may have: those a deck's folder may have, without `deck.yaml`, which the bank itself says. */
const draftPath =
  /^(?!deck\.yaml$)(?:[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}\/)?[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}\.(?:md|yaml|yml|svg|png|jpe?g|webp|avif|gif)$/u

const mostFiles = 500
const mostCharacters = 8_000_000
const mostBytes = 32 * 1024 * 1024

/** Whether files are more than a draft holds. */
export const isTooLarge = (
  files: readonly { readonly text: string; readonly data: Uint8Array<ArrayBuffer> | null }[],
): boolean => {
  const characters = files.reduce((sum, { text }) => sum + text.length, 0)
  const bytes = files.reduce((sum, { data }) => sum + (data?.byteLength ?? 0), 0)
  return files.length > mostFiles || characters > mostCharacters || bytes > mostBytes
}

export type DraftRefusal = 'not-found' | 'bank-role' | 'needs-review' | 'stale' | 'draft-too-large' | 'file-name'

/** What becomes of a draft that is taken: it is changed, published as it is, or both. */
interface Taking {
  readonly changes: boolean
  readonly publishes: boolean
}

/** Ends a review that runs: what somebody was asked to look at, or found good, was changed just now and is no longer there. */
export const endReview = async (tx: Transaction, userId: string, bankId: string, now: Date): Promise<void> => {
  const { review, revision } = await tx.bank.findUniqueOrThrow({
    where: { id: bankId },
    select: { review: true, revision: true },
  })
  if (review === 'none') return
  await tx.bank.update({ where: { id: bankId }, data: { review: 'none' } })
  await keepStep(tx, bankId, userId, { kind: 'changed', revision }, now)
}

/**
 * Takes the draft for this transaction: it stays at the revision the writer has read. A change ends a review that runs.
 */
const takeDraft = async (
  tx: Transaction,
  author: Author,
  { id, base }: { readonly id: string; readonly base: number },
  { changes, publishes }: Taking,
  now: Date,
): Promise<DraftRefusal | null> => {
  const { count } = await tx.bank.updateMany({
    where: { id, revision: base, ...heldBy(author.id, 'editor') },
    data: { revision: { increment: 1 }, changedAt: now },
  })
  const access = await bankAccess(tx, author, id, 'editor')
  if (!access.ok) return access.error
  if (count === 0) return 'stale'
  if (publishes && (changes ? access.value.role !== 'owner' : !(await mayDo(tx, author, access.value, 'publish'))))
    return 'needs-review'
  if (changes) await endReview(tx, author.id, id, now)
  return null
}

const sizeOf = async (tx: Transaction, bankId: string): Promise<'draft-too-large' | null> => {
  const files = await tx.bankFile.findMany({ where: { bankId }, select: { text: true, data: true } })
  return isTooLarge(files) ? 'draft-too-large' : null
}

/** Writes and removes files of a draft within a transaction; the caller answers for who may. */
export const writeFiles = async (tx: Transaction, bankId: string, changes: readonly FileChange[]): Promise<void> => {
  const { userId } = await tx.bank.findUniqueOrThrow({ where: { id: bankId }, select: { userId: true } })
  for (const { path, text, data } of changes) {
    const place = { bankId, path }
    if (text === null) await tx.bankFile.deleteMany({ where: place })
    else {
      const file = { text, data: data ?? null }
      await tx.bankFile.upsert({
        where: { bankId_path: place },
        create: { ...place, ...file, userId },
        update: file,
      })
    }
  }
}

/** Undoes a transaction and carries why. */
class Undone extends Error {
  constructor(readonly reason: DraftRefusal) {
    super(reason)
  }
}

/**
 * Changes a draft within a transaction and lets `then` go on in it. Whoever writes names the revision they have read: what
 * somebody else, or another tab, changed meanwhile is never overwritten.
 */
export const withDraft = async <T>(
  db: Database,
  author: Author,
  bank: { readonly id: string; readonly base: number },
  changes: readonly FileChange[],
  now: Date,
  then: (tx: Transaction) => Promise<T>,
  /** `first` is done before the files are written. */
  {
    first,
    timeout,
    publishes = false,
  }: {
    readonly first?: (tx: Transaction) => Promise<void>
    readonly timeout?: number
    readonly publishes?: boolean
  } = {},
): Promise<Result<T, DraftRefusal>> => {
  if (changes.some(({ path }) => !draftPath.test(path))) return refuse('file-name')
  try {
    return ok(
      await inTransaction(
        db,
        async (tx) => {
          const taking = { changes: changes.length > 0 || !publishes, publishes }
          const refused = await takeDraft(tx, author, bank, taking, now)
          if (refused !== null) throw new Undone(refused)
          await first?.(tx)
          await writeFiles(tx, bank.id, changes)
          const size = changes.length > 0 ? await sizeOf(tx, bank.id) : null
          if (size !== null) throw new Undone(size)
          return then(tx)
        },
        timeout,
      ),
    )
  } catch (error) {
    if (error instanceof Undone) return refuse(error.reason)
    throw error
  }
}

/** Writes files of a draft; the new revision. */
export const changeDraft = (
  db: Database,
  author: Author,
  bank: { readonly id: string; readonly base: number },
  changes: readonly FileChange[],
  now: Date,
): Promise<Result<number, DraftRefusal>> => withDraft(db, author, bank, changes, now, async () => bank.base + 1)

/** Says something else of a bank; the new revision. */
export const changeAbout = (
  db: Database,
  author: Author,
  bank: { readonly id: string; readonly base: number },
  about: BankAbout,
  now: Date,
): Promise<Result<number, DraftRefusal>> =>
  withDraft(db, author, bank, [], now, async (tx) => {
    await tx.bank.update({ where: { id: bank.id }, data: aboutRow(about) })
    return bank.base + 1
  })
