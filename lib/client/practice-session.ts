import type { FaceOnCall, Outcome } from '@/lib/cards/card-type'
import type { BundledCard, ListedCard, ListedDeck } from '@/lib/content/bundle'
import type { CardId, EventId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import { makeCardsOnCall } from './session/card-on-call'
import { makeScreen } from './session/screen'
import { emptyShelf, makeShelf, type Shelf } from './session/shelf'
import { face, inLanguage, type Shown } from './session/showing'
import type { CardPhase, SessionFrame, StudySession } from './session-state'

/** What a practice stands on. It is given no store: nothing it does can touch a memory. */
export interface PracticeGround {
  readonly language: Language
  readonly decks: (language: Language) => Promise<readonly ListedDeck[] | 'offline' | 'server'>
  /** A card with its content; null where that is not on this device any more. */
  readonly contentOf: (deck: ListedDeck, card: ListedCard) => Promise<BundledCard | null>
  /** The states as they are, for the faces of cards; and which cards to go through, in order. */
  readonly choose: (shelf: Shelf) => Promise<{
    readonly cards: readonly CardId[]
    readonly states: ReadonlyMap<CardId, CardState>
  }>
  readonly cardTypeNamed: (name: string) => FaceOnCall | null
  readonly newSeed: () => EventId
}

/** A card not known comes back after so many others. */
const distance = 4
/** Nothing is stored, so the buttons promise nothing. */
const choices = [
  { grade: 'again', interval: null, label: null },
  { grade: 'good', interval: null, label: null },
] as const

/**
 * Goes through chosen cards until each was known once, with the sitting's own face to the screen. No grade is kept, no date
 * moves: a preview or a cram before an exam leaves memory as it was.
 */
export const createPracticeSession = (ground: PracticeGround): StudySession => {
  const { cardTypeNamed, newSeed } = ground
  const screen = makeScreen()
  let language = ground.language
  let shelf: Shelf = emptyShelf
  let states: ReadonlyMap<CardId, CardState> = new Map()
  let left: readonly CardId[] = []
  let total = 0
  let known = 0
  let shown: (Shown & { readonly state: CardState; readonly phase: CardPhase }) | null = null

  const contentOf = async (card: ListedCard) => {
    const deck = shelf.cards.get(card.id)?.from
    return deck ? ground.contentOf(deck, card) : null
  }
  const onCall = makeCardsOnCall(cardTypeNamed, contentOf)
  const frame = (): SessionFrame => ({
    language,
    practice: true,
    counts: { new: 0, learning: 0, due: left.length },
    progress: { done: known, total },
    minutesLeft: 0,
    undoable: null,
    leech: null,
    problem: null,
  })
  const draw = () => {
    if (!shown) {
      const rest = { tomorrow: { due: 0, new: 0, minutes: 0 }, moreNew: 0, left: 0, dayOff: false, backSoon: null }
      screen.show({
        ...frame(),
        kind: 'done',
        summary: { reviewed: known, minutes: 0, recalled: null, learned: [], ...rest },
      })
      return
    }
    const { eventId, seed, card, presented, state, phase, steps } = shown
    screen.show({ ...frame(), kind: 'card', current: { eventId, seed, card, presented, state, phase, steps, choices } })
  }
  const open = (id: CardId) => {
    const on = shelf.cards.get(id)
    return on ? onCall.open(on.card) : null
  }
  const next = (): void => {
    shown = null
    while (shown === null) {
      const [id] = left
      if (id === undefined) break
      const opened = open(id)
      if (opened instanceof Promise) {
        screen.show({ kind: 'loading' })
        void opened.then((lost) => {
          if (lost !== null) dropFirst()
          next()
        })
        return
      }
      const eventId = newSeed()
      const faced = opened && face(opened.card, opened.type, { seed: eventId, language }, undefined)
      if (!faced) dropFirst()
      else shown = { eventId, seed: eventId, ...opened, language, state: states.get(id) ?? newCardState(id), ...faced }
    }
    draw()
    // While this one is looked at, the next ones arrive.
    for (const id of left.slice(1, distance + 2)) open(id)
  }
  /** Its code cannot be had now, or this version cannot show it. */
  const dropFirst = () => {
    left = left.slice(1)
  }
  const begin = async () => {
    const decks = await ground.decks(language).catch(() => null)
    if (decks === null) return screen.show({ kind: 'no-storage' })
    if (typeof decks === 'string') return screen.show({ kind: 'no-deck', reason: decks })
    shelf = makeShelf(decks, (type) => cardTypeNamed(type) !== null)
    const chosen = await ground.choose(shelf).catch(() => null)
    if (chosen === null) return screen.show({ kind: 'no-storage' })
    states = chosen.states
    left = chosen.cards.filter((id) => shelf.cards.has(id))
    total = left.length
    next()
  }
  void begin()
  const nothing = () => Promise.resolve()

  return {
    subscribe: screen.subscribe,
    getSnapshot: screen.getSnapshot,
    answer: (answer): Outcome | null => {
      if (shown?.phase.kind !== 'question') return null
      const { card, type, seed } = shown
      const outcome = type.outcome(card.content, { seed, language }, answer, 0)
      const open = outcome.verdict.kind === 'unreadable'
      shown = {
        ...shown,
        phase: open ? { kind: 'question', unreadable: outcome } : { kind: 'answered', answer, outcome },
      }
      draw()
      return outcome
    },
    grade: (grade) => {
      if (shown?.phase.kind !== 'answered') return nothing()
      const [id, ...rest] = left
      if (grade === 'again' && id !== undefined) left = [...rest.slice(0, distance), id, ...rest.slice(distance)]
      else {
        left = rest
        known++
      }
      next()
      return nothing()
    },
    skip: () => {
      const [id, ...rest] = left
      if (id !== undefined) left = [...rest, id]
      next()
    },
    setLanguage: async (wanted) => {
      const decks = await ground.decks(wanted)
      if (typeof decks === 'string' || screen.closed()) return
      language = wanted
      shelf = makeShelf(decks, (type) => cardTypeNamed(type) !== null)
      const on = shown && shelf.cards.get(shown.card.id)
      const card = on && (await contentOf(on.card).catch(() => null))
      if (screen.closed()) return
      if (!shown || shown.card.id !== card?.id) return next()
      shown = { ...shown, ...inLanguage(shown, card, language) }
      draw()
    },
    undo: nothing,
    bury: nothing,
    suspend: nothing,
    reset: nothing,
    flag: nothing,
    put: nothing,
    leechRead: () => undefined,
    allowMoreNew: () => undefined,
    openDay: () => undefined,
    explain: async () => null,
    close: screen.close,
  }
}
