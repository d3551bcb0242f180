import type { Bundle, BundledCard, ListedCard, ListedDeck } from '@/lib/content/bundle'
import { asId, type CardId, type DeckId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import type { Scheduler } from '@/lib/schedule/fsrs'
import type { Ledger } from '@/lib/schedule/ledger'
import { type Plan, presetOf, schedulerIn } from '@/lib/schedule/plan'
import { type Moment, studyDay } from '@/lib/schedule/study-day'
import { cardText } from './card-text'
import { compileSearch, type SearchCard, type SearchGround } from './compile'
import type { KnownNames } from './complete'
import type { Query } from './query'

/** A card as it is looked up: what can be searched, its state, and the card itself where its deck is on this device. */
export interface LibraryCard extends SearchCard {
  readonly card: ListedCard | null
  /** Null where its deck is not on this device, or its contents were not read with it. */
  readonly content: Json | null
  readonly state: CardState
  readonly recall: number | null
}

/** Everything that can be browsed and counted, as of one moment. */
export interface Library {
  readonly cards: readonly LibraryCard[]
  readonly ground: SearchGround
  readonly plan: Plan
  /** Looks for words in headings alone while the contents were not read. */
  readonly find: (query: Query) => readonly LibraryCard[]
  /** The same with every content, to be searched for words. */
  readonly whole: () => Promise<Library>
  /** For completion. */
  readonly names: () => KnownNames
}

export interface LibraryInput {
  /** With their contents where cards are to be shown or searched for words. */
  readonly bundles: readonly (Bundle | ListedDeck)[]
  /** Reads the decks with their contents; left out where they have them. */
  readonly readWhole?: () => Promise<readonly Bundle[]>
  readonly states: ReadonlyMap<CardId, CardState>
  readonly ledger: Ledger
  readonly plan: Plan
  readonly now: Moment
}

export const makeLibrary = (input: LibraryInput): Library => {
  const { bundles, states, ledger, plan, now, readWhole } = input
  const today = studyDay(now)
  const schedulers = new Map<DeckId, Scheduler>()
  const schedulerOf = (deck: DeckId): Scheduler => {
    const found = schedulers.get(deck) ?? schedulerIn(plan, deck)
    schedulers.set(deck, found)
    return found
  }
  const recallOf = (deck: DeckId, { memory }: CardState): number | null =>
    memory.kind === 'new' ? null : schedulerOf(deck).retrievability(memory, today)

  let whole: Promise<Library> | null = null
  const cards: LibraryCard[] = []
  const known = new Set<CardId>()
  for (const { deck, title, cards: bundled } of bundles) {
    for (const card of bundled) {
      const state = states.get(card.id) ?? newCardState(card.id)
      known.add(card.id)
      cards.push(new HeldCard(deck, title, card, state, recallOf(deck, state)))
    }
  }
  for (const state of states.values()) {
    if (!known.has(state.cardId)) cards.push(withoutDeck(state, recallOf))
  }
  const ground: SearchGround = {
    today,
    now: now.at,
    ledger,
    recall: (card, state) => recallOf(card.deck, state),
    leechAfter: (deck) => presetOf(plan, deck).leechAfter,
  }
  const library: Library = {
    cards,
    plan,
    ground,
    find: (query) => {
      if (query.kind === 'all') return cards
      const fits = compileSearch(query, ground)
      return cards.filter((card) => fits(card, card.state))
    },
    names: () => knownNames(cards, ledger),
    whole: async () => {
      whole ??= readWhole?.().then((read) => makeLibrary({ bundles: read, states, ledger, plan, now })) ?? null
      return whole ?? library
    },
  }
  return library
}

/** Words are gathered when they are first looked for, and once; a getter of a class costs nothing per card until then. */
class HeldCard implements LibraryCard {
  readonly id: CardId
  readonly type: string
  readonly concepts: LibraryCard['concepts']
  readonly tags: LibraryCard['tags']
  readonly content: Json | null
  private words: string | null = null

  constructor(
    readonly deck: DeckId,
    readonly deckTitle: string,
    readonly card: ListedCard | BundledCard,
    readonly state: CardState,
    readonly recall: number | null,
  ) {
    this.id = card.id
    this.type = card.type
    this.concepts = card.concepts
    this.tags = card.tags
    this.content = 'content' in card ? card.content : null
  }

  get text(): string {
    this.words ??= [
      this.card.heading.join(' ').toLowerCase(),
      ...(this.content === null ? [] : [cardText(this.content)]),
    ].join(' ')
    return this.words
  }
}

const withoutDeck = (state: CardState, recallOf: (deck: DeckId, state: CardState) => number | null): LibraryCard => {
  const id = state.cardId
  const deck = asId<DeckId>(id.slice(0, Math.max(0, id.lastIndexOf('/'))))
  const recall = recallOf(deck, state)
  return {
    id,
    deck,
    deckTitle: deck,
    type: '',
    concepts: [],
    tags: [],
    text: id,
    card: null,
    content: null,
    state,
    recall,
  }
}

const knownNames = (cards: readonly LibraryCard[], ledger: Ledger): KnownNames => {
  const names = (of: (card: LibraryCard) => readonly string[]) => [...new Set(cards.flatMap(of))].sort()
  return {
    deck: names((card) => [card.deck]),
    tag: [...names((card) => card.tags), 'none'],
    concept: names((card) => card.concepts),
    type: names((card) => (card.type === '' ? [] : [card.type])),
    mistake: [...ledger.mistakes].sort(),
  }
}
