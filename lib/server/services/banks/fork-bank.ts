import 'server-only'
import type { Language } from '@/lib/core/language'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { BankAbout, OwnBank } from '@/lib/sync/bank'
import { type Database, inTransaction } from '../../db/client'
import { aboutBank, readSource } from '../deck-source'
import { visibleTo } from '../visible-decks'
import { heldBy } from './access'
import { type Author, newBankId, toOwnBank } from './bank'
import { figuresOfVersion } from './bank-versions'
import { insertBank, mayCreate } from './create-bank'
import { readKept, type SourceFile } from './kept-version'

interface Origin {
  readonly version: string
  readonly about: BankAbout
  readonly files: readonly SourceFile[]
}

/** What a deck was made of as it is published now; null where that was not kept. */
const originOf = async (
  db: Database,
  deckId: string,
  { currentHash, bankId }: { readonly currentHash: string | null; readonly bankId: string | null },
  language: Language,
): Promise<Origin | null> => {
  const version = currentHash ?? ''
  if (bankId === null) {
    const source = await readSource(db, deckId, version)
    return source === null ? null : { version, about: aboutBank(source.about, language), files: source.files }
  }
  const row = await db.bankVersion.findFirst({ where: { bankId, version }, orderBy: { number: 'desc' } })
  return row === null ? null : { version, ...readKept(row) }
}

/**
 * Makes a bank of one's own out of a published deck that this person may read, of the server or of somebody's bank: a draft that
 * names its origin and keeps author, licence, source and the ids of the cards. Without a licence all rights stay with the author,
 * so only those who own the bank may copy it. What was retired is copied by its writers alone.
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
  const writes = heldBy(author.id, 'editor')
  const deck = await db.deck.findFirst({
    where: {
      id: deckId,
      AND: [
        visibleTo(author.id),
        { OR: [{ bankId: null }, { bank: { is: { state: 'published' } } }, { bank: { is: writes } }] },
      ],
    },
    select: { currentHash: true, bankId: true },
  })
  const origin = deck && (await originOf(db, deckId, deck, language))
  if (origin === null) return refuse('not-found')
  const { about, files, version } = origin
  const owns = { deck: { is: { id: deckId } }, ...heldBy(author.id, 'owner') }
  if (about.licence.trim() === '' && (await db.bank.count({ where: owns })) === 0) return refuse('no-licence')
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
