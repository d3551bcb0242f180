import 'server-only'
import type { BankAbout } from '@/lib/sync/bank'
import { rowChoices } from '@/lib/sync/file-import'
import type { Database } from '../db/client'
import { readAbout } from '../services/banks/bank'
import type { WholeFile } from '../services/banks/draft-deck'
import type { CardChoices } from './chosen-rows'
import { knownEvents } from './fresh-events'
import type { SourceImport } from './read-source'

/** What a file meets: the bank it goes into as it stands, and what was said about it before. */
export interface Ground {
  readonly draft: {
    readonly id: string
    readonly about: BankAbout
    readonly revision: number
    readonly files: readonly WholeFile[]
  }
  readonly isNew: boolean
  /** Ids of events that are there. */
  readonly known: ReadonlySet<string>
  readonly remembered: CardChoices
}

/** Decisions of imports into this bank that stand; the latest about a card holds. */
const readChoices = async (db: Database, userId: string, bankId: string): Promise<CardChoices> => {
  const rows = await db.importChoice.findMany({
    where: { userId, import: { bankId, undoneAt: null } },
    orderBy: { import: { at: 'asc' } },
  })
  return new Map(rows.map(({ cardId, choice }) => [cardId, rowChoices.find((one) => one === choice) ?? 'take']))
}

/** A bank of this person; null where it is not theirs. */
export const readGround = async (db: Database, userId: string, id: string): Promise<Ground | null> => {
  const row = await db.bank.findFirst({ where: { id, userId }, include: { files: true } })
  if (row === null) return null
  const files = row.files.map(({ path, text, data }) => ({ path, text, data }))
  return {
    draft: { id, about: readAbout(row), revision: row.revision, files },
    isNew: false,
    known: await knownEvents(db, userId, id, 'import.'),
    remembered: await readChoices(db, userId, id),
  }
}

/** A bank that is to be made of a file. */
export const newGround = (id: string, { title, languages }: SourceImport, file: string): Ground => ({
  draft: {
    id,
    about: { title, languages, author: '', licence: '', source: file.replace(/\p{Cc}/gu, ' ').slice(0, 300) },
    revision: 0,
    files: [],
  },
  isNew: true,
  known: new Set(),
  remembered: new Map(),
})
