import 'server-only'
import { randomBytes } from 'node:crypto'
import { asId, type DeckId } from '@/lib/core/id'
import { type Language, languages } from '@/lib/core/language'
import type { BankAbout, BankStudy, OwnBank } from '@/lib/sync/bank'
import type { BankRole } from '@/lib/sync/bank-life'
import type { Database, Transaction } from '../../db/client'
import type { Account } from '../read-account'

/** Who asks for a bank. */
export type Author = Pick<Account, 'id' | 'kind' | 'role'>

/** A name that nobody guesses, and that can name a deck. */
export const newBankId = (): DeckId => asId<DeckId>(`bank-${randomBytes(12).toString('hex')}`)

export const newLinkToken = (): string => randomBytes(16).toString('base64url')

const readLanguages = (text: string): readonly Language[] =>
  text.split(',').flatMap((name) => languages.filter((language) => language === name))

export type BankRow = NonNullable<Awaited<ReturnType<Transaction['bank']['findFirst']>>>

/** What a bank says of itself, as its row keeps it. */
export const aboutRow = ({ title, languages: spoken, author, licence, source, studies }: BankAbout) => ({
  title,
  languages: spoken.join(','),
  author,
  licence,
  source,
  studies: studies === undefined ? '' : JSON.stringify(studies),
})

// The column is only ever written by `aboutRow`.
const readStudies = (text: string): Pick<BankAbout, 'studies'> =>
  text === '' ? {} : { studies: JSON.parse(text) as readonly BankStudy[] }

/** What a bank says of itself. */
export const readAbout = ({
  title,
  languages: spoken,
  author,
  licence,
  source,
  studies,
}: Pick<BankRow, 'title' | 'languages' | 'author' | 'licence' | 'source' | 'studies'>): BankAbout => ({
  title,
  languages: readLanguages(spoken),
  author,
  licence,
  source,
  ...readStudies(studies),
})

/**
 * A bank as this person sees it, who has a role in it.
 *
 * @throws when a published deck names a version that is not there.
 */
export const toOwnBank = async (
  db: Database | Transaction,
  row: BankRow,
  { id: userId }: Pick<Author, 'id'>,
  role: BankRole,
): Promise<OwnBank> => {
  const deck = await db.deck.findUnique({ where: { bankId: row.id }, select: { currentHash: true } })
  const hash = deck?.currentHash ?? null
  const version =
    hash === null ? null : await db.deckVersion.findUnique({ where: { deckId_hash: { deckId: row.id, hash } } })
  if (hash !== null && version === null) throw new Error(`Bank ${row.id} names version ${hash}, which is not there.`)
  return {
    id: asId<DeckId>(row.id),
    ...readAbout(row),
    state: row.state,
    review: row.review,
    role,
    own: row.userId === userId,
    audience: row.audience,
    linkToken: role === 'owner' ? row.linkToken : null,
    revision: row.revision,
    changedAt: row.changedAt.getTime(),
    published: version && { version: version.hash, cards: version.cards, at: version.publishedAt.getTime() },
    origin: row.originDeck === null ? null : { deck: row.originDeck, version: row.originVersion },
  }
}
