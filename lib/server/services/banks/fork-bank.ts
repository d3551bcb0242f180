import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { OwnBank } from '@/lib/sync/bank'
import { type Database, inTransaction } from '../../db/client'
import { visibleTo } from '../visible-decks'
import { type Author, newBankId, toOwnBank } from './bank'
import { figuresOfVersion } from './bank-versions'
import { insertBank, mayCreate } from './create-bank'
import { readKept } from './kept-version'

/**
 * Makes a bank of one's own out of what somebody published and this person may read: a draft that names its origin and keeps
 * author, licence and source. Without a licence all rights stay with the author, so only the author may copy it.
 */
export const forkBank = async (
  db: Database,
  author: Author,
  deckId: string,
  now: Date,
): Promise<Result<OwnBank, 'guest' | 'too-many' | 'not-found' | 'no-licence'>> => {
  const may = await mayCreate(db, author, now)
  if (!may.ok) return may
  const deck = await db.deck.findFirst({
    where: { id: deckId, AND: visibleTo(author.id) },
    select: { currentHash: true, bank: { select: { userId: true } } },
  })
  if (deck === null) return refuse('not-found')
  const row = await db.bankVersion.findFirst({
    where: { bankId: deckId, version: deck.currentHash ?? '' },
    orderBy: { number: 'desc' },
  })
  if (row === null) return refuse('not-found')
  const { about, files } = readKept(row)
  if (about.licence.trim() === '' && deck.bank?.userId !== author.id) return refuse('no-licence')
  const figures = await figuresOfVersion(db, deckId, files)
  const id = newBankId()
  return inTransaction(db, async (tx) => {
    await insertBank(tx, author, about, now, id)
    await tx.bankFile.createMany({
      data: files.map(({ path, text }) => ({
        bankId: id,
        path,
        userId: author.id,
        text,
        data: figures.get(path) ?? null,
      })),
    })
    const origin = { originDeck: deckId, originVersion: row.version }
    return ok(await toOwnBank(tx, await tx.bank.update({ where: { id }, data: origin })))
  })
}
