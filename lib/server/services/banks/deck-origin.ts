import 'server-only'
import type { Language } from '@/lib/core/language'
import type { BankAbout } from '@/lib/sync/bank'
import type { Database, Transaction } from '../../db/client'
import { aboutBank, readSource } from '../deck-source'
import { visibleTo } from '../visible-decks'
import { heldBy } from './access'
import type { Author } from './bank'
import { readKept, type SourceFile } from './kept-version'

/** What a version of a deck was made of. */
export interface Origin {
  readonly version: string
  readonly about: BankAbout
  readonly files: readonly SourceFile[]
}

/** A deck that somebody may read and copy: what was retired is copied by its writers alone. */
export const copiable = (
  db: Database | Transaction,
  { id: userId }: Pick<Author, 'id'>,
  deckId: string,
): Promise<{ readonly currentHash: string | null; readonly bankId: string | null } | null> =>
  db.deck.findFirst({
    where: {
      id: deckId,
      AND: [
        visibleTo(userId),
        {
          OR: [{ bankId: null }, { bank: { is: { state: 'published' } } }, { bank: { is: heldBy(userId, 'editor') } }],
        },
      ],
    },
    select: { currentHash: true, bankId: true },
  })

/** Without a licence all rights stay with the author, so that only those who own the bank may copy what it says. */
export const mayCopy = async (
  db: Database | Transaction,
  { id: userId }: Pick<Author, 'id'>,
  deckId: string,
  { licence }: Pick<BankAbout, 'licence'>,
): Promise<boolean> =>
  licence.trim() !== '' ||
  (await db.bank.count({ where: { deck: { is: { id: deckId } }, ...heldBy(userId, 'owner') } })) > 0

/** What a version of a deck was made of; null where that was not kept. */
export const originOf = async (
  db: Database,
  deckId: string,
  bankId: string | null,
  version: string,
  language: Language,
): Promise<Origin | null> => {
  if (bankId === null) {
    const source = await readSource(db, deckId, version)
    return source === null ? null : { version, about: aboutBank(source.about, language), files: source.files }
  }
  const row = await db.bankVersion.findFirst({ where: { bankId, version }, orderBy: { number: 'desc' } })
  return row === null ? null : { version, ...readKept(row) }
}
