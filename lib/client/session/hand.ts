import type { BundledCard } from '@/lib/content/bundle'
import type { CardId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { type CardAtHand, type Lost, makeCardsOnCall } from './card-on-call'
import { makeFitting } from './fitting'
import type { SessionGround } from './ground'
import { emptyShelf, type OnShelf, type Shelf } from './shelf'

/** The cards that a sitting or a practice can show, with their contents and the code of their types as they are wanted. */
export interface Hand {
  readonly shelf: () => Shelf
  readonly language: () => Language
  /** Takes the decks there are now; the reason where there are none. */
  readonly take: () => Promise<'taken' | 'offline' | 'server'>
  /** Takes them again where other cards of them may be shown by now. */
  readonly keepUp: () => Promise<void>
  /** Takes them in another language; false, with all as it was, where there are none. */
  readonly speak: (wanted: Language) => Promise<boolean>
  /** A card as it can be shown; a promise, never rejected, after which to ask again; null where it cannot be shown. */
  readonly open: (id: CardId) => CardAtHand | Promise<void> | null
  /** Contents and code begin to arrive. */
  readonly ready: (ids: readonly CardId[]) => void
  readonly contentOf: (id: CardId) => Promise<BundledCard | null>
  /** The card waits for another sitting. */
  readonly leaveOut: (id: CardId) => void
}

export const makeHand = (
  ground: Pick<SessionGround, 'decks' | 'decksMark' | 'contentOf' | 'cardTypeNamed' | 'language'>,
): Hand => {
  const fitting = makeFitting((type) => ground.cardTypeNamed(type) !== null)
  let language = ground.language
  let shelf: Shelf = emptyShelf
  let mark: string | undefined
  const onCall = makeCardsOnCall(ground.cardTypeNamed, async (card) => {
    const deck = shelf.cards.get(card.id)?.from
    return deck ? ground.contentOf(deck, card) : null
  })

  const take: Hand['take'] = async () => {
    const wanted = language
    // Marked before it is read: what changes in between is noticed, not missed.
    const [marked, decks] = await Promise.all([ground.decksMark?.(), ground.decks(wanted)])
    if (wanted !== language) return take()
    mark = marked
    if (typeof decks === 'string') return decks
    shelf = fitting.shelfOf(decks)
    return 'taken'
  }
  /** What could not be had is left out; a content that is gone may have been of a version before, so the decks are looked at again. */
  const giveUp = async ({ card, from }: OnShelf, lost: Lost): Promise<void> => {
    if (lost === null) return
    if (lost === 'content') {
      await take().catch(() => 'offline')
      if (shelf.cards.get(card.id)?.from.version !== from.version) return
    }
    shelf = fitting.leaveOut(shelf, lost === 'code' ? card.type : card.id)
  }
  const open: Hand['open'] = (id) => {
    const on = shelf.cards.get(id)
    if (on === undefined) return null
    const opened = onCall.open(on.card)
    return opened instanceof Promise ? opened.then((lost) => giveUp(on, lost)) : opened
  }

  return {
    shelf: () => shelf,
    language: () => language,
    take,
    keepUp: async () => {
      if ((await ground.decksMark?.()) !== mark) await take()
    },
    speak: async (wanted) => {
      const decks = await ground.decks(wanted)
      if (typeof decks === 'string') return false
      language = wanted
      fitting.forget()
      shelf = fitting.shelfOf(decks)
      return true
    },
    open,
    ready: (ids) => {
      // What does not arrive is asked for once more when it is its turn.
      for (const id of ids) {
        const on = shelf.cards.get(id)
        if (on) onCall.open(on.card)
      }
    },
    contentOf: async (id) => {
      const on = shelf.cards.get(id)
      return on ? ground.contentOf(on.from, on.card).catch(() => null) : null
    },
    leaveOut: (id) => {
      shelf = fitting.leaveOut(shelf, id)
    },
  }
}
