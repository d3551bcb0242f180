import { authoringNamed } from '@/lib/cards/authoring'
import type { ShapeHint } from '@/lib/cards/authoring-type'
import { cardTypes } from '@/lib/cards/list'
import type { WrittenDeck } from '@/lib/content/changes/deck-changes'
import { checkCharacters } from '@/lib/content/deck/check-characters'
import type { DeckFile, WrittenCard } from '@/lib/content/deck/deck'
import { cardsText, type DeckGround, fenceWords, readGround } from '@/lib/content/deck/deck-ground'
import { readCards } from '@/lib/content/deck/read-cards'
import { unmark } from '@/lib/content/deck/read-deck'
import { isSection, type SectionReader, sectionByName } from '@/lib/content/deck/read-section'
import { rememberConcepts, rememberSections } from '@/lib/content/deck/remember'
import { tellTwins } from '@/lib/content/deck/tell-twins'
import { makeFormulas } from '@/lib/content/markdown/formulas'
import { makeTypesetter } from '@/lib/content/markdown/typeset'
import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'
import type { BankAbout } from '@/lib/sync/bank'
import type { Block } from '@/lib/view/block'
import { aboutOf } from './about-of'
import { type CardFile, makeCardFile } from './card-file'
import { type CardLine, linesOf } from './card-line'
import { entryAt, lower } from './read-entry'

/** A draft as the editor holds it. Figures come with an empty text. */
export interface EditedDraft {
  readonly id: string
  readonly about: BankAbout
  readonly files: readonly DeckFile[]
}

/** A card in one language, compiled as publishing would. */
export interface PreviewFace {
  readonly language: Language
  readonly content: Json
}

/** What stands at a line of a file. */
export type Look =
  | {
      readonly kind: 'card'
      /** First line of the entry and how many it takes. */
      readonly line: number
      readonly lines: number
      readonly id: string | null
      /** Null where it cannot be read; what was shown before is still the best there is. */
      readonly card: { readonly type: string; readonly faces: readonly PreviewFace[] } | null
      readonly faults: readonly Diagnostic[]
      readonly hints: readonly ShapeHint[] | null
    }
  | { readonly kind: 'section'; readonly title: string; readonly language: Language; readonly blocks: readonly Block[] }
  | { readonly kind: 'nothing' }

export interface DraftCheck {
  /** Cards that have not been read yet. What is here is right already. */
  readonly left: number
  readonly diagnostics: readonly Diagnostic[]
  readonly cards: readonly CardLine[]
  readonly concepts: readonly { readonly id: string; readonly title: string }[]
}

export interface DraftReader {
  readonly write: (path: string, text: string | null) => void
  readonly say: (about: BankAbout) => void
  readonly look: (path: string, line: number) => Look
  /** Reads on until `enough` says so; what was read once is not read again. The number of cards left to read. */
  readonly readOn: (enough: () => boolean) => number
  /** The cards as far as their texts alone tell them: what can be shown before anything is read. */
  readonly outline: () => DraftCheck
  /** What is known so far. */
  readonly check: () => DraftCheck
  /** What can be read, for comparisons. */
  readonly deck: () => WrittenDeck
}

/** Figures of a draft are shown from where the draft is kept. */
const pointFigures = <T>(value: T, id: string): T => {
  const point = (key: string, inner: unknown): unknown =>
    key === 'src' && typeof inner === 'string' && inner.startsWith('figures/')
      ? `/api/banks/${encodeURIComponent(id)}/figures/${encodeURIComponent(inner.slice('figures/'.length))}`
      : inner
  // The same plain data with other addresses in it.
  return JSON.parse(JSON.stringify(value, point)) as T
}

/** Cards that stand inside sections, and characters nobody meant to write outside cards. */
interface Fenced {
  readonly cards: readonly WrittenCard[]
  readonly diagnostics: readonly Diagnostic[]
  readonly strange: readonly Diagnostic[]
}

type LookedCard = Omit<Extract<Look, { kind: 'card' }>, 'kind' | 'line'>

const byPath = (a: DeckFile, b: DeckFile): number => (a.path < b.path ? -1 : 1)

const isCards = (path: string): boolean => cardsText({ path, text: '' }) !== null

/** Never enough. */
const everything = (): boolean => false

/** Keeps a draft read while it is written: after a change only what was changed, or asked for what was changed, is read again. */
export const makeDraftReader = (draft: EditedDraft): DraftReader => {
  /** What is no file of cards: sections, concepts, names of figures. */
  const others = new Map<string, string>()
  const cardFiles = new Map<string, CardFile>()
  const formulas = makeFormulas()
  const readers = { section: rememberSections(), concepts: rememberConcepts() }
  let about = draft.about
  let known: DeckGround | null = null
  let named: DeckGround | null = null
  let isBegun = false
  /** Texts of the sections that were read before all were. */
  const readSection = new Map<string, string>()
  let lastLook: { readonly ground: DeckGround; readonly key: string; readonly card: LookedCard } | null = null
  let fenced: { readonly ground: DeckGround; readonly reading: Fenced } | null = null

  const write = (path: string, given: string | null): void => {
    const text = given === null ? null : unmark(given)
    if (!isCards(path)) {
      if (text === null) others.delete(path)
      else others.set(path, text)
      known = named = null
    } else if (text === null) cardFiles.delete(path)
    else {
      const before = cardFiles.get(path)
      if (before === undefined) cardFiles.set(path, makeCardFile(path, text))
      else before.write(text)
    }
  }
  for (const { path, text } of draft.files) write(path, text)

  const otherFiles = () => [...others].map(([path, text]) => ({ path, text })).sort(byPath)
  const groundBy = (section: SectionReader): DeckGround =>
    readGround(aboutOf(draft.id, about), otherFiles(), cardTypes, formulas, { ...readers, section })
  const ground = (): DeckGround => {
    known ??= groundBy(readers.section)
    isBegun = true
    return known
  }
  /** What cards are read against until all sections have been read once: only the names of those. */
  const early = (): DeckGround => {
    if (isBegun) return ground()
    named ??= groundBy(sectionByName)
    return named
  }
  /** Reads sections until it is enough; whether all are read. What is known of one is not read again. */
  const readSections = (enough: () => boolean): boolean => {
    if (isBegun) return true
    const words = fenceWords(cardTypes)
    const ids = new Set<string>(early().concepts.map(({ id }) => id))
    for (const file of otherFiles().filter(({ path, text }) => isSection(path) && readSection.get(path) !== text)) {
      readers.section(file, formulas, ids, words)
      readSection.set(file.path, file.text)
      if (enough()) return false
    }
    return true
  }
  const strange = () => otherFiles().flatMap((file) => checkCharacters(file) ?? [])
  const inSections = (now: DeckGround): Fenced => {
    if (fenced?.ground !== now) {
      const read = now.fences.map((text) => readCards(text, now.context))
      fenced = {
        ground: now,
        reading: {
          cards: read.flatMap(({ cards }) => cards),
          diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
          strange: strange(),
        },
      }
    }
    return fenced.reading
  }
  const inOrder = (): readonly CardFile[] => [...cardFiles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file)
  const leftToRead = (now: DeckGround): number => inOrder().reduce((sum, file) => sum + file.unread(now).length, 0)
  /** The file at hand is read first: its faults are what its author waits for. */
  let atHand = ''
  const readOn = (enough: () => boolean): number => {
    if (!readSections(enough)) return leftToRead(early())
    const now = ground()
    for (const file of [cardFiles.get(atHand) ?? [], inOrder()].flat())
      for (const entry of file.unread(now)) {
        file.readAt(entry, now)
        if (enough()) return leftToRead(now)
      }
    for (const file of inOrder()) file.unread(now)
    // What a card was read from is not asked for again until it is looked at; texts of every keystroke would pile up.
    formulas.texts.clear()
    return 0
  }

  const lookAtCard = (path: string, line: number): Look => {
    const now = early()
    atHand = path
    const open = cardFiles.get(path)
    const entry = open === undefined ? undefined : entryAt(open.text(), line)
    if (open === undefined || entry === undefined) return { kind: 'nothing' }
    const key = `${path} ${entry.several ? line : entry.line}\n${entry.text}`
    if (lastLook?.ground !== now || lastLook.key !== key) {
      const { cards, diagnostics } = open.readAt(entry, now)
      const card = cards.findLast(({ place }) => place.line <= line - entry.line + 1) ?? cards[0] ?? null
      const [first] = linesOf(path, { cards: card === null ? [] : [card], diagnostics }, entry.text)
      const faces = now.about.languages.map((language) => ({
        language,
        content: card === null ? null : card.read.compile(makeTypesetter(language, formulas), language),
      }))
      const padded = '\n'.repeat(entry.line - 1) + entry.text
      lastLook = {
        ground: now,
        key,
        card: {
          lines: entry.lines,
          id: first?.id || null,
          card: card === null ? null : { type: card.type.name, faces: pointFigures(faces, draft.id) },
          faults: diagnostics.map(lower(entry.line - 1)),
          hints: card === null ? null : (authoringNamed(card.type.name)?.hints(padded, path) ?? null),
        },
      }
    }
    return { kind: 'card', line: entry.line, ...lastLook.card }
  }

  const lookAtSection = (path: string): Look => {
    for (const { editions } of ground().sections)
      for (const language of ['en', 'zh'] as const) {
        const edition = editions[language]
        if (edition?.file === path)
          return { kind: 'section', title: edition.title, language, blocks: pointFigures(edition.blocks, draft.id) }
      }
    return { kind: 'nothing' }
  }

  return {
    write,
    say: (said) => {
      about = said
      known = named = null
    },
    look: (path, line) => (isCards(path) ? lookAtCard(path, line) : lookAtSection(path)),
    readOn,
    outline: () => {
      const cards = inOrder().flatMap((file) => file.outline())
      return { left: cards.length, diagnostics: [], cards, concepts: [] }
    },
    check: () => {
      const now = early()
      const files = inOrder().map((file) => file.tell(now))
      const sections = inSections(now)
      const cards = [...files.flatMap((file) => file.cards), ...sections.cards]
      return {
        left: leftToRead(now),
        diagnostics: [
          ...sections.strange,
          ...now.diagnostics,
          ...files.flatMap(({ diagnostics }) => diagnostics),
          ...sections.diagnostics,
          ...tellTwins(cards),
        ],
        cards: files.flatMap(({ lines }) => lines),
        concepts: now.concepts.map(({ id, title }) => ({ id, title: title.en ?? title.zh ?? id })),
      }
    },
    deck: () => {
      const now = ground()
      readOn(everything)
      const cards = [...inOrder().flatMap((file) => file.tell(now).cards), ...inSections(now).cards]
      return { cards, sections: now.sections }
    },
  }
}
