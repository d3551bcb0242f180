import 'server-only'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { ok, type Result, refuse } from '@/lib/core/result'
import { conceptsFile, withConcepts } from '@/lib/importers/concepts-file'
import { figureFrom } from '@/lib/importers/draft/figures'
import { conceptsOf } from '@/lib/importers/notes-markdown/concepts'
import { toCardsYaml } from '@/lib/importers/notes-markdown/to-cards-yaml'
import type { BankAbout } from '@/lib/sync/bank'
import { type BankFault, type BankPublished, type NotesForBank, notesFigures } from '@/lib/sync/bank-notes'
import type { BankPublication } from '@/lib/sync/bank-publication'
import { type Database, inTransaction } from '../../db/client'
import { heldBy } from './access'
import { type Author, newBankId } from './bank'
import { insertBank, mayCreate } from './create-bank'
import type { FileChange } from './draft'
import { checkDraft } from './draft-deck'
import { mayPublish, type PublishRefusal, publishBank } from './publish-bank'
import { nothingToSay, writeBankVersion } from './write-bank-version'

/** `Lecture 3: CNNs.md` becomes `lecture-3-cnns.<notes>.cards.yaml`. */
const cardsFile = ({ name, notes }: NotesForBank): string => {
  const stem = name
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
  return `${stem === '' ? 'notes' : stem}.${notes}.cards.yaml`
}

const faultOf = (sent: NotesForBank) => {
  const file = cardsFile(sent)
  return ({ severity, message, hint, path, line, file: where }: Diagnostic): BankFault => {
    const at = where === file ? /^\/(\d+)/.exec(path)?.[1] : undefined
    return { severity, message, hint, file: where ?? null, line, card: sent.cards[Number(at)]?.id ?? null }
  }
}

const said = (sent: NotesForBank, publication: BankPublication): BankPublished => {
  const { diagnostics, ...rest } = publication
  return { ...rest, faults: diagnostics.map(faultOf(sent)) }
}

type FigureRefusal = 'not-a-picture' | 'draft-too-large'

/** The pictures as files of the draft: what their bytes say they are, and nothing that could run or fetch. */
const readFigures = ({ figures }: NotesForBank): Result<readonly FileChange[], FigureRefusal> => {
  const files: FileChange[] = []
  let bytes = 0
  for (const { path, data } of figures) {
    const read = new Uint8Array(Buffer.from(data, 'base64'))
    if (figureFrom(read)?.path !== path) return refuse('not-a-picture')
    bytes += read.length
    files.push({ path, text: '', data: read })
  }
  return bytes > notesFigures.bytes ? refuse('draft-too-large') : ok(files)
}

const intoNewBank = async (
  db: Database,
  author: Author,
  about: BankAbout,
  changes: readonly FileChange[],
  now: Date,
): Promise<Result<BankPublication, PublishRefusal | 'guest'>> => {
  const may = await mayCreate(db, author, now)
  if (!may.ok) return may
  if (!(await mayPublish(db, author, now))) return refuse('too-many')
  const id = newBankId()
  const files = changes.map(({ path, text, data }) => ({ path, text: text ?? '', data: data ?? null }))
  const checked = await checkDraft(id, about, files)
  if (!checked.ok) return checked
  const { deck, diagnostics } = checked.value
  if (deck === null) return ok({ kind: 'refused', diagnostics })
  return inTransaction(db, async (tx) => {
    await insertBank(tx, author, about, now, id)
    await tx.bankFile.createMany({
      data: files.map((file) => ({ ...file, bankId: id, userId: author.id })),
    })
    const written = await writeBankVersion(tx, author, { id, about, files, deck }, nothingToSay, now)
    return ok({ kind: 'published', bank: id, ...written, revision: 1, diagnostics })
  })
}

/**
 * Publishes the cards somebody accepted from their notes, into a new bank or beside what one has. Publishing the same notes again replaces
 * their cards. All or nothing: with any fault nothing is made or changed, and each is told at its card.
 */
export const publishNotes = async (
  db: Database,
  author: Author,
  sent: NotesForBank,
  now: Date,
): Promise<Result<BankPublished, PublishRefusal | FigureRefusal | 'guest'>> => {
  if (author.kind === 'guest') return refuse('guest')
  const figures = readFigures(sent)
  if (!figures.ok) return figures
  const cards = { path: cardsFile(sent), text: toCardsYaml(sent.cards) }
  const done = async (): Promise<Result<BankPublication, PublishRefusal | 'guest'>> => {
    if (sent.bank === null) {
      const concepts = { path: conceptsFile, text: withConcepts('', conceptsOf(sent.cards)) }
      return intoNewBank(db, author, sent.about, [concepts, cards, ...figures.value], now)
    }
    const before = await db.bankFile.findFirst({
      where: { bankId: sent.bank.id, path: conceptsFile, bank: { is: heldBy(author.id, 'owner') } },
      select: { text: true },
    })
    const concepts = { path: conceptsFile, text: withConcepts(before?.text ?? '', conceptsOf(sent.cards)) }
    return publishBank(db, author, sent.bank, [concepts, cards, ...figures.value], now)
  }
  const publication = await done()
  return publication.ok ? ok(said(sent, publication.value)) : publication
}
