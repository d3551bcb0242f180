import 'server-only'
import type { Language } from '@/lib/core/language'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { OwnBank } from '@/lib/sync/bank'
import { type Database, inTransaction } from '../../db/client'
import { type Author, newBankId, toOwnBank } from './bank'
import { figuresOfVersion } from './bank-versions'
import { insertBank, mayCreate } from './create-bank'
import { copiable, mayCopy, originOf } from './deck-origin'

/**
 * Makes a bank of one's own out of a published deck that this person may read, of the server or of somebody's bank: a draft that
 * names its origin and keeps author, licence, source and the ids of the cards.
 */
export const forkBank = async (
  db: Database,
  author: Author,
  deckId: string,
  language: Language,
  now: Date,
): Promise<Result<OwnBank, 'guest' | 'too-many' | 'not-found' | 'no-licence'>> => {
  const may = await mayCreate(db, author, now)
  if (!may.ok) return may
  const deck = await copiable(db, author, deckId)
  const origin = deck && (await originOf(db, deckId, deck.bankId, deck.currentHash ?? '', language))
  if (origin === null) return refuse('not-found')
  const { about, files, version } = origin
  if (!(await mayCopy(db, author, deckId, about))) return refuse('no-licence')
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
    const row = await tx.bank.update({ where: { id }, data: { originDeck: deckId, originVersion: version } })
    return ok(await toOwnBank(tx, row, author, 'owner'))
  })
}
