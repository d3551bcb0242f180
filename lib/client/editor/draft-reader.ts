import { authoringNamed } from '@/lib/cards/authoring'
import type { ShapeHint } from '@/lib/cards/authoring-type'
import { cardTypes } from '@/lib/cards/list'
import { checkCharacters } from '@/lib/content/deck/check-characters'
import type { Deck, DeckFile } from '@/lib/content/deck/deck'
import { cardsText, type DeckGround, readGround } from '@/lib/content/deck/deck-ground'
import { readCards } from '@/lib/content/deck/read-cards'
import { unmark } from '@/lib/content/deck/read-deck'
import { tellTwins } from '@/lib/content/deck/tell-twins'
import { makeTypesetter } from '@/lib/content/markdown/typeset'
import { cutItems, itemInPlace } from '@/lib/content/yaml/card-items'
import { type Diagnostic, isError } from '@/lib/core/diagnostic'
import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'
import type { BankAbout } from '@/lib/sync/bank'
import type { Block } from '@/lib/view/block'
import { aboutOf } from './about-of'
import { type ItemReader, makeItemReader, type ReadItem } from './item-reader'

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

/** One card in the list of the draft. */
export interface CardLine {
  readonly path: string
  readonly line: number
  readonly id: string
  /** Empty where it cannot be read. */
  readonly type: string
  readonly title: string
  readonly errors: number
  readonly warnings: number
}

export interface DraftCheck {
  /** False while there is more to read: ask again. What is here is right already. */
  readonly whole: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly cards: readonly CardLine[]
  readonly concepts: readonly { readonly id: string; readonly title: string }[]
}

export interface DraftReader {
  readonly write: (path: string, text: string | null) => void
  readonly say: (about: BankAbout) => void
  readonly look: (path: string, line: number) => Look
  /** Reads on until `enough` says so; what was read once is not read again. */
  readonly check: (enough: () => boolean) => DraftCheck
  /** What can be read, for comparisons. */
  readonly deck: () => Pick<Deck, 'cards' | 'sections'>
}

const unreadId = (text: string): string => /^\s*-?\s*(?:.*[{,]\s*)?id:\s*["']?([\w.-]+)/m.exec(text)?.[1] ?? ''

const titleOf = ({ card, text }: ReadItem): string => {
  const said = card?.said().find(({ kind }) => kind === 'prose')?.text ?? text
  return (said.trim().split('\n')[0] ?? '').slice(0, 140)
}

const lineOf = (item: ReadItem): CardLine => {
  const errors = item.diagnostics.filter(isError).length
  return {
    path: item.path,
    line: item.line,
    id: item.card?.id.slice(item.card.id.indexOf('/') + 1) ?? unreadId(item.text),
    type: item.card?.type.name ?? '',
    title: titleOf(item),
    errors,
    warnings: item.diagnostics.length - errors,
  }
}

/** The entry a line stands in; entries below it are not read. */
const itemAt = (reader: ItemReader, file: DeckFile, line: number): ReadItem | undefined => {
  const found = cutItems(file.text)?.items.findLast((item) => item.line <= line)
  for (const item of reader.items(found === undefined ? file : { ...file, text: itemInPlace(found) })) return item
  return undefined
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

/** Keeps a draft read while it is written: after a change only what depends on it is read again. */
export const makeDraftReader = (draft: EditedDraft): DraftReader => {
  const files = new Map(draft.files.map(({ path, text }) => [path, unmark(text)]))
  let about = draft.about
  let read: { readonly ground: DeckGround; readonly items: ItemReader } | null = null

  const all = (): readonly DeckFile[] =>
    [...files].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1))
  const reading = () => {
    if (read === null) {
      const ground = readGround(aboutOf(draft.id, about), all(), cardTypes)
      read = { ground, items: makeItemReader(ground) }
    }
    return read
  }
  const cardFiles = () => all().filter((file) => cardsText(file) !== null)
  const fenced = ({ ground }: ReturnType<typeof reading>) =>
    ground.fences.map((text) => readCards(text, ground.context))

  const lookAtCard = (path: string, line: number): Look => {
    const { ground, items } = reading()
    const item = itemAt(items, { path, text: files.get(path) ?? '' }, line)
    if (item === undefined) return { kind: 'nothing' }
    const { card } = item
    const faces = ground.about.languages.map((language) => ({
      language,
      content: card === null ? null : card.read.compile(makeTypesetter(language, ground.formulas), language),
    }))
    const padded = '\n'.repeat(item.line - 1) + item.text
    return {
      kind: 'card',
      line: item.line,
      lines: item.lines,
      id: lineOf(item).id || null,
      card: card === null ? null : { type: card.type.name, faces: pointFigures(faces, draft.id) },
      faults: item.diagnostics,
      hints: card === null ? null : (authoringNamed(card.type.name)?.hints(padded, path) ?? null),
    }
  }

  const lookAtSection = (path: string): Look => {
    const { sections } = reading().ground
    for (const { editions } of sections)
      for (const language of ['en', 'zh'] as const) {
        const edition = editions[language]
        if (edition?.file === path)
          return { kind: 'section', title: edition.title, language, blocks: pointFigures(edition.blocks, draft.id) }
      }
    return { kind: 'nothing' }
  }

  return {
    write: (path, text) => {
      if (text === null) files.delete(path)
      else files.set(path, unmark(text))
      // Cards are read against everything else: only a change of that makes all of them doubtful.
      if (cardsText({ path, text: '' }) === null) read = null
    },
    say: (said) => {
      about = said
      read = null
    },
    look: (path, line) => (cardsText({ path, text: '' }) === null ? lookAtSection(path) : lookAtCard(path, line)),
    check: (enough) => {
      const now = reading()
      const items: ReadItem[] = []
      const readAll = () => {
        for (const file of cardFiles())
          for (const item of now.items.items(file)) {
            items.push(item)
            if (enough()) return false
          }
        return true
      }
      const whole = readAll()
      if (whole) now.items.sweep()
      const inSections = fenced(now)
      const cards = [...items.flatMap(({ card }) => card ?? []), ...inSections.flatMap((one) => one.cards)]
      const strange = all()
        .filter((file) => cardsText(file) === null)
        .flatMap((file) => checkCharacters(file) ?? [])
      return {
        whole,
        diagnostics: [
          ...strange,
          ...now.ground.diagnostics,
          ...items.flatMap(({ diagnostics }) => diagnostics),
          ...inSections.flatMap((one) => one.diagnostics),
          ...tellTwins(cards),
        ],
        cards: items.map(lineOf),
        concepts: now.ground.concepts.map(({ id, title }) => ({ id, title: title.en ?? title.zh ?? id })),
      }
    },
    deck: () => {
      const now = reading()
      const items = cardFiles().flatMap((file) => [...now.items.items(file)])
      const cards = [...items.flatMap(({ card }) => card ?? []), ...fenced(now).flatMap((one) => one.cards)]
      return { cards, sections: now.ground.sections }
    },
  }
}
