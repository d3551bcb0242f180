import 'server-only'
import { readFile } from 'node:fs/promises'
import { type Formulas, makeFormulas } from '@/lib/content/markdown/formulas'
import { isError } from '@/lib/core/diagnostic'
import { hashText } from '@/lib/core/hash'
import { heldCards, mergeCards } from '@/lib/importers/anki/cards/merge'
import type { ReviewEvent } from '@/lib/schedule/event'
import { defaultPreset } from '@/lib/schedule/preset'
import type { BankAbout } from '@/lib/sync/bank'
import type { ImportFault, ImportPreview, RowChoice, RowChoices } from '@/lib/sync/file-import'
import type { Place } from '../db/adapter'
import { type Database, openDatabase } from '../db/client'
import { type FileChange, isTooLarge } from '../services/banks/draft'
import { nothingToSay, type PreparedVersion, prepareBankVersion } from '../services/banks/write-bank-version'
import { checkHere } from './check-here'
import { chooseBank, type Target } from './choose-bank'
import { chosenOf, countReviews, decide, toldRows, toRemember } from './chosen-rows'
import { freshEvents, presetEvent } from './fresh-events'
import { type Ground, newGround, readGround } from './import-ground'
import { type LeftParts, leaveParts } from './left-parts'
import { lossesOf } from './losses'
import { readSource, type SourceImport, type SourceRefusal } from './read-source'

export interface FileToConvert {
  readonly place: Place
  readonly userId: string
  /** Where the file lies, and how its owner calls it. */
  readonly file: string
  readonly name: string
  readonly target: Target
  /** Id that a new bank would get. */
  readonly newBank: string
  readonly deviceId: string
  /** ms since 1970. */
  readonly now: number
  readonly zoneOffset: number
  /** Decisions about rows; null for those of the last time. */
  readonly choices: RowChoices | null
  /** A new file to leave in what has to be written; null sends it. */
  readonly keep: string | null
}

export type ConvertedPart =
  | { readonly kind: 'files'; readonly changes: readonly FileChange[] }
  | { readonly kind: 'version'; readonly version: PreparedVersion }
  | { readonly kind: 'events'; readonly events: readonly ReviewEvent[] }

export type Converted =
  | { readonly kind: 'not-found' }
  | ({ readonly kind: 'refused' } & SourceRefusal)
  | { readonly kind: 'faults'; readonly faults: readonly ImportFault[] }
  | {
      readonly kind: 'ready'
      readonly preview: ImportPreview
      readonly bank: string
      /** What a new bank says of itself; null where the bank is there, at revision `base`. */
      readonly about: BankAbout | null
      readonly base: number
      /** Decisions that differ from those of the last time. */
      readonly choices: readonly { readonly cardId: string; readonly choice: RowChoice }[]
    }

const sameBytes = (a: Uint8Array | null | undefined, b: Uint8Array): boolean =>
  a !== null && a !== undefined && Buffer.compare(a, b) === 0

/** Sent together: large enough to be few, small enough that taking one in holds nobody up. */
const together = 2_000

/** Reads a file, puts it into a bank's draft, checks and compiles what comes of it, and says what has to be written. Writes nothing. */
export const convertFile = async (order: FileToConvert, send: (part: ConvertedPart) => void): Promise<Converted> => {
  const source = await readSource(await readFile(order.file), order.name)
  if (!source.ok) return { kind: 'refused', ...source.error }
  const formulas = makeFormulas()
  const db = openDatabase(order.place)
  try {
    const chosen = await chooseBank(db, order.userId, order.target, source.value.ids)
    if (chosen === 'not-found') return { kind: 'not-found' }
    const read = source.value.convert({ ...order, deck: chosen ?? order.newBank, formulas })
    if (!read.ok) return { kind: 'refused', ...read.error }
    const ground =
      chosen === null ? newGround(order.newBank, read.value, order.name) : await readGround(db, order.userId, chosen)
    return ground === null ? { kind: 'not-found' } : await prepare(db, read.value, ground, { ...order, formulas }, send)
  } finally {
    await db.$disconnect()
  }
}

const prepare = async (
  db: Database,
  read: SourceImport,
  { draft, isNew, known, remembered }: Ground,
  order: FileToConvert & { readonly formulas: Formulas },
  send: (part: ConvertedPart) => void,
): Promise<Converted> => {
  const there = heldCards(draft.files)
  const decisions = decide(read.rows, order.choices, remembered)
  const chosen = chosenOf(read, decisions, there, draft.id)
  if (isNew && chosen.cards.length === 0)
    return { kind: 'refused', reason: 'nothing-to-import', message: 'Every row was left out.', hint: 'Take one in.' }
  const merged = mergeCards(draft.files, chosen.cards, chosen.concepts, there)
  const held = new Map(draft.files.map((file) => [file.path, file]))
  const figures = chosen.figures
    .filter(({ path, data }) => !sameBytes(held.get(path)?.data, data))
    .map(({ path, data }): FileChange & { readonly data: Uint8Array<ArrayBuffer> } => ({
      path,
      text: '',
      data: new Uint8Array(data),
    }))
  const changes: readonly FileChange[] = [...merged.changes, ...figures]
  for (const { path, text, data } of changes)
    if (text === null) held.delete(path)
    else held.set(path, { path, text, data: data ?? null })
  const files = [...held.values()]
  if (isTooLarge(files))
    return {
      kind: 'refused',
      reason: 'draft-too-large',
      message: 'The bank would be larger than a bank may be.',
      hint: 'Import one deck at a time.',
    }
  const checked = await checkHere(draft.id, draft.about, files, order.formulas)
  if (checked.deck === null) {
    const faults = checked.diagnostics.filter(isError).slice(0, 200)
    return {
      kind: 'faults',
      faults: faults.map(({ message, hint, file, line }) => ({ message, hint, file: file ?? '', line })),
    }
  }
  const preset =
    read.preset !== null && JSON.stringify(read.preset.preset) !== JSON.stringify(defaultPreset) ? read.preset : null
  const all = preset === null ? read.events : [...read.events, presetEvent(draft.id, preset.preset, order)]
  const brought = freshEvents(all, known, order.now)
  const events = brought.filter(({ cardId }) => chosen.takes(cardId))
  const reviews = countReviews(brought)
  const fresh = [...reviews].reduce((sum, [card, count]) => sum + (chosen.takes(card) ? count : 0), 0)
  const grades = read.events.filter(({ kind }) => kind === 'grade').length
  const presetIsNew = events.some(({ kind }) => kind === 'plan')
  const parts: ConvertedPart[] = []
  const give = order.keep === null ? send : (part: ConvertedPart) => parts.push(part)
  give({ kind: 'files', changes })
  const whole = { id: draft.id, about: draft.about, files, deck: checked.deck }
  give({ kind: 'version', version: await prepareBankVersion(db, whole, nothingToSay, new Date(order.now)) })
  for (let from = 0; from < events.length; from += together)
    give({ kind: 'events', events: events.slice(from, from + together) })
  const made: LeftParts['made'] = {
    kind: 'ready',
    bank: draft.id,
    about: isNew ? draft.about : null,
    base: draft.revision,
    choices: toRemember(read.rows, decisions, remembered),
    preview: {
      // Of what is read and what it meets, whatever is decided about it.
      mark: hashText(JSON.stringify([isNew ? null : draft.id, draft.revision, read.cards, brought.length])),
      title: isNew ? read.title : draft.about.title,
      bank: isNew ? null : { id: draft.id, title: draft.about.title },
      ...read.told,
      cards: { added: merged.added, changed: merged.changed, same: merged.same },
      reviews: { fresh, known: Math.max(0, grades - fresh) },
      preset: preset !== null && presetIsNew ? { ...preset.preset, name: preset.name } : null,
      losses: lossesOf(read.losses),
      rows: toldRows(read, decisions, there, draft.id, reviews),
    },
  }
  if (order.keep !== null) await leaveParts(order.keep, { made, parts })
  return made
}
