import type { Outcome } from '@/lib/cards/card-type'
import type { CardId, EventId } from '@/lib/core/id'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import type { SessionGround } from './session/ground'
import { makeHand } from './session/hand'
import { makeScreen } from './session/screen'
import type { Shelf } from './session/shelf'
import { face, inLanguage, type Shown } from './session/showing'
import type { CardPhase, SessionFrame, StudySession } from './session-state'

/** What a practice stands on. It is given no store: nothing it does can touch a memory. */
export interface PracticeGround extends Pick<SessionGround, 'language' | 'decks' | 'contentOf' | 'cardTypeNamed'> {
  /** The states as they are, for the faces of cards; and which cards to go through, in order. */
  readonly choose: (shelf: Shelf) => Promise<{
    readonly cards: readonly CardId[]
    readonly states: ReadonlyMap<CardId, CardState>
  }>
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
  const hand = makeHand(ground)
  const screen = makeScreen()
  let states: ReadonlyMap<CardId, CardState> = new Map()
  let left: readonly CardId[] = []
  let total = 0
  let known = 0
  let shown: (Shown & { readonly state: CardState; readonly phase: CardPhase }) | null = null

  const frame = (): SessionFrame => ({
    language: hand.language(),
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
  const next = (): void => {
    shown = null
    while (shown === null) {
      const [id] = left
      if (id === undefined) break
      const opened = hand.open(id)
      if (opened instanceof Promise) {
        screen.show({ kind: 'loading' })
        void opened.then(next)
        return
      }
      const eventId = ground.newSeed()
      const language = hand.language()
      const faced = opened && face(opened.card, opened.type, { seed: eventId, language }, undefined)
      // It cannot be had now, or this version cannot show it.
      if (!faced) left = left.slice(1)
      else shown = { eventId, seed: eventId, ...opened, language, state: states.get(id) ?? newCardState(id), ...faced }
    }
    draw()
    // While this one is looked at, the next ones arrive.
    hand.ready(left.slice(1, distance + 2))
  }
  const begin = async () => {
    const found = await hand.take().catch(() => null)
    if (found === null) return screen.show({ kind: 'no-storage' })
    if (found !== 'taken') return screen.show({ kind: 'no-deck', reason: found })
    const chosen = await ground.choose(hand.shelf()).catch(() => null)
    if (chosen === null) return screen.show({ kind: 'no-storage' })
    states = chosen.states
    left = chosen.cards.filter((id) => hand.shelf().cards.has(id))
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
      const outcome = type.outcome(card.content, { seed, language: hand.language() }, answer, 0)
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
      if (!(await hand.speak(wanted)) || screen.closed()) return
      const card = shown && (await hand.contentOf(shown.card.id))
      if (screen.closed()) return
      if (!shown || shown.card.id !== card?.id) return next()
      shown = { ...shown, ...inLanguage(shown, card, wanted) }
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
