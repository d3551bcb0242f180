import { cardFaceNamed } from '@/lib/cards/faces'
import type { CardId, DeviceId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { CardState } from '@/lib/schedule/card-state'
import { planSubject, type ReviewEvent } from '@/lib/schedule/event'
import type { Plan } from '@/lib/schedule/plan'
import type { PlanChange } from '@/lib/schedule/plan-change'
import type { Practice } from '@/lib/schedule/practice'
import { studyDay } from '@/lib/schedule/study-day'
import type { Query } from '@/lib/search/query'
import type { ReviewStore } from '@/lib/sync/store'
import { type AuthorResets, makeAuthorResets } from './author-resets'
import { clearBadge, showBadge } from './badge'
import { type BulkEditor, makeBulkEditor } from './bulk-edit'
import { type Changes, makeChanges } from './changes'
import { type Clock, deviceClock, momentAt } from './clock'
import { type Decks, makeDecks } from './decks'
import { newEventId, readDevice } from './device'
import { drainAlone, whenBack } from './drain-times'
import { deleteUnsaved } from './editor/unsaved'
import { type Eviction, forgetNote, noteWaiting, readEviction } from './eviction'
import { deleteJournal } from './exam/journal'
import { makeWithheld, type Withheld } from './exam/withheld'
import { withheldDecks } from './exam/withheld-decks'
import type { Fetch } from './fetch-json'
import { makeLedgerKeeper } from './ledger-keeper'
import { deleteNotes } from './notes/desk-store'
import { makeOutbox, type Outbox } from './outbox'
import { makePlanKeeper } from './plan-keeper'
import { putCard } from './put-card'
import { makeLibraryReader, type ReadLibrary } from './read-library'
import { makeRefresher } from './refresh'
import { createStudySession } from './session'
import type { StudySession } from './session-state'
import { askForPersistence, type StorageProblem, storageProblem } from './storage-problem'
import { deleteDatabase, openDatabase } from './store/database'
import { makeReviewStore } from './store/review-store'
import { changeSettings, readSettings, type Settings } from './store/settings'
import { overlookToday, type Today } from './today'

/** The person on this device: everything the learner's pages need, and none of it waits for the network. */
export interface Learner {
  readonly deviceId: DeviceId
  readonly store: ReviewStore
  readonly decks: Decks
  /** What an open exam keeps out of sittings. */
  readonly withheld: Pick<Withheld, 'refresh' | 'from'>
  readonly outbox: Outbox
  readonly changes: Changes
  readonly settings: () => Settings
  /** Resolves to the problem when the browser did not keep it. */
  readonly updateSettings: (change: Partial<Settings>) => Promise<StorageProblem | null>
  /** How the learner studies, as this device knows it now. */
  readonly plan: () => Promise<Plan>
  /** Keeps choices for every device. Resolves to the problem when the browser did not keep them. */
  readonly changePlan: (...changes: readonly PlanChange[]) => Promise<StorageProblem | null>
  /** A sitting over today's queue, or over `only` these cards, due or not. */
  readonly study: (language: Language, only?: readonly CardId[]) => StudySession
  /** Something done to a card outside a sitting. Resolves to the problem when the browser did not keep it. */
  readonly put: (
    card: { readonly id: CardId; readonly revision: string },
    kind: 'unsuspend' | 'reset',
  ) => Promise<StorageProblem | null>
  /** Goes through cards without keeping anything: those of a kind that a search finds, or the ones named. */
  readonly practise: (language: Language, practice: Practice, query: Query) => Promise<StudySession>
  readonly practiseCards: (language: Language, cards: readonly CardId[]) => Promise<StudySession>
  readonly today: (language: Language) => Promise<Today>
  /** Fetches new versions of the decks, and what their coming cards need without a network. */
  readonly refresh: (language: Language) => ReturnType<Decks['refresh']>
  /** What the browser took away since the last visit; null where nothing is missing. */
  readonly eviction: Eviction | null
  /** All states and all events: for what needs every event as it is, which is slow for a long history. */
  readonly history: () => Promise<History>
  readonly library: ReadLibrary
  readonly bulk: BulkEditor
  /** Cards that began anew because their author changed what they mean. */
  readonly resets: Pick<AuthorResets, 'untold' | 'told'>
  /** Removes everything from this device, as on signing out; sync first. The learner is closed afterwards. */
  readonly forget: () => Promise<void>
  readonly close: () => void
}

export interface History {
  readonly states: readonly CardState[]
  readonly events: readonly ReviewEvent[]
}

export interface LearnerGround {
  readonly clock: Clock
  readonly fetch: Fetch
  /** Makes a guest account (next-auth's `guest` provider); false when it could not. */
  readonly signInAsGuest: () => Promise<boolean>
}

const twoWeeks = 14 * 86_400_000

/** Opens the learner's own store on this device. */
export const openLearner = async (ground: LearnerGround): Promise<Result<Learner, StorageProblem>> => {
  try {
    return ok(await open(ground))
  } catch (error) {
    return refuse(storageProblem(error))
  }
}

const open = async ({ clock, fetch, signInAsGuest }: LearnerGround): Promise<Learner> => {
  const changes = makeChanges()
  const db = await openDatabase(() => changes.publish())
  const store = makeReviewStore(db)
  const all = makeDecks(db, fetch)
  const withheld = makeWithheld(db, fetch, clock.now, changes.publish)
  const decks = withheldDecks(all, withheld)
  const [{ deviceId, first }, kept] = await Promise.all([readDevice(db, clock.now()), readSettings(db)])
  const eviction = first ? readEviction() : null
  let settings = kept
  const knows = (type: string) => cardFaceNamed(type) !== null
  const outbox = makeOutbox({
    store,
    changes,
    deviceId,
    fetch,
    now: clock.now,
    ensureGuest: async () => settings.guest && (await signInAsGuest()),
    later: (task, ms) => {
      const timer = setTimeout(task, ms)
      return () => clearTimeout(timer)
    },
    alone: drainAlone,
  })
  const keeper = makePlanKeeper({ store, changes, clock, deviceId, onKept: outbox.nudge })
  const resets = makeAuthorResets({
    db,
    store,
    changes,
    clock,
    deviceId,
    dayStartsAt: async () => (await keeper.plan()).dayStartsAt,
    onKept: outbox.nudge,
  })
  /** The learner's own plan with the paces of their classes. */
  const planNow = async () => {
    const [plan, paces] = await Promise.all([keeper.plan(), decks.paces()])
    return { ...plan, paces }
  }
  const todayNow = async () => studyDay(momentAt(clock, clock.now(), (await keeper.plan()).dayStartsAt))
  const refresher = makeRefresher({ db, decks: all, withheld, resets, store, today: todayNow })
  const ledgerKeeper = makeLedgerKeeper(db, () => newEventId(clock.now()))
  const stopListening = whenBack(() => void outbox.drain())
  const stopNoting = outbox.subscribe(() => {
    const state = outbox.getSnapshot()
    noteWaiting(state.kind === 'saved' ? 0 : state.count)
  })
  const stopBadge = changes.subscribe(() => {
    if (settings.badge)
      void Promise.all([store.states(), todayNow()]).then(([all, today]) => showBadge(all.values(), today))
  })
  void outbox.drain()

  const library = makeLibraryReader({ store, decks, clock, plan: keeper.plan, ledger: ledgerKeeper })

  const close = () => {
    stopListening()
    stopNoting()
    stopBadge()
    outbox.close()
    changes.close()
    db.close()
  }

  return {
    deviceId,
    store,
    decks,
    withheld,
    outbox,
    changes,
    settings: () => settings,
    updateSettings: async (change) => {
      try {
        settings = await changeSettings(db, change)
      } catch (error) {
        if (error instanceof DOMException) return storageProblem(error)
        throw error
      }
      changes.publish()
      return null
    },
    plan: keeper.plan,
    changePlan: keeper.change,
    study: (language, only) => {
      void askForPersistence()
      const session = createStudySession({
        store,
        changes,
        clock,
        deviceId,
        newEventId,
        cardTypeNamed: cardFaceNamed,
        decks: decks.open,
        decksMark: withheld.mark,
        contentOf: async (deck, card) => (await decks.cards(deck, [card]))[0] ?? null,
        plan: planNow,
        language,
        only,
        onKept: outbox.nudge,
      })
      refresher.after(session, language)
      return session
    },
    put: async (card, kind) => {
      const { dayStartsAt } = await keeper.plan()
      return putCard({ store, changes, clock, deviceId, dayStartsAt, onKept: outbox.nudge }, card, kind)
    },
    practise: async (language, practice, query) => {
      const { openPractice } = await import('./open-practice')
      const find = async (asked: Query) => {
        const found = (await library(language)).find(asked)
        return new Set(found.map(({ id }) => id))
      }
      const ground = { decks, store, clock, plan: planNow, knows: cardFaceNamed, find }
      return openPractice(ground, language, practice, query)
    },
    practiseCards: async (language, cards) => {
      const { openPracticeOf } = await import('./open-practice')
      const ground = { decks, store, clock, knows: cardFaceNamed }
      return openPracticeOf(ground, language, cards)
    },
    today: async (language) => {
      const plan = await planNow()
      const now = momentAt(clock, clock.now(), plan.dayStartsAt)
      const [bundles, states, events] = await Promise.all([
        decks.held(language),
        store.states(),
        store.between(now.at - twoWeeks, Number.MAX_SAFE_INTEGER),
      ])
      return overlookToday(bundles, states, events, { now, plan, deviceId, knows })
    },
    refresh: refresher.refresh,
    eviction,
    history: async () => ({
      states: [...(await store.states()).values()].filter(({ cardId }) => cardId !== planSubject),
      events: await store.between(0, Number.MAX_SAFE_INTEGER),
    }),
    library,
    resets,
    bulk: makeBulkEditor({ store, changes, clock, deviceId, plan: keeper.plan, onKept: outbox.nudge }),
    forget: async () => {
      close()
      forgetNote()
      void clearBadge()
      await deleteDatabase()
      await deleteNotes()
      await deleteUnsaved()
      await deleteJournal()
    },
    close,
  }
}

let own: Promise<Result<Learner, StorageProblem>> | null = null

/** The page's one learner, opened on first use; a failed opening is tried again on the next. */
export const theLearner = async (signInAsGuest: () => Promise<boolean>): Promise<Result<Learner, StorageProblem>> => {
  own ??= openLearner({ clock: deviceClock, fetch: (input, init) => globalThis.fetch(input, init), signInAsGuest })
  const opened = await own
  if (!opened.ok) own = null
  return opened
}
