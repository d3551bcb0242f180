import 'server-only'
import { randomBytes } from 'node:crypto'
import { asId, type DeckId } from '@/lib/core/id'
import { type Language, languages } from '@/lib/core/language'
import type { OwnBank } from '@/lib/sync/bank'
import type { Database, Transaction } from '../../db/client'
import type { Account } from '../read-account'

/** Who asks for a bank. */
export type Author = Pick<Account, 'id' | 'kind' | 'role'>

/** A name that nobody guesses, and that can name a deck. */
export const newBankId = (): DeckId => asId<DeckId>(`bank-${randomBytes(12).toString('hex')}`)

export const newLinkToken = (): string => randomBytes(16).toString('base64url')

export const readLanguages = (text: string): readonly Language[] =>
  text.split(',').flatMap((name) => languages.filter((language) => language === name))

type BankRow = NonNullable<Awaited<ReturnType<Transaction['bank']['findFirst']>>>

/** @throws when a published deck names a version that is not there. */
export const toOwnBank = async (db: Database | Transaction, row: BankRow): Promise<OwnBank> => {
  const deck = await db.deck.findUnique({ where: { bankId: row.id }, select: { currentHash: true } })
  const hash = deck?.currentHash ?? null
  const version =
    hash === null ? null : await db.deckVersion.findUnique({ where: { deckId_hash: { deckId: row.id, hash } } })
  if (hash !== null && version === null) throw new Error(`Bank ${row.id} names version ${hash}, which is not there.`)
  return {
    id: asId<DeckId>(row.id),
    title: row.title,
    languages: readLanguages(row.languages),
    author: row.author,
    licence: row.licence,
    source: row.source,
    state: row.state,
    audience: row.audience,
    linkToken: row.linkToken,
    revision: row.revision,
    changedAt: row.changedAt.getTime(),
    published: version && { version: version.hash, cards: version.cards, at: version.publishedAt.getTime() },
    origin: row.originDeck === null ? null : { deck: row.originDeck, version: row.originVersion },
  }
}
