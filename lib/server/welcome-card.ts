import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cardTypes } from '@/lib/cards/list'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'

/** A card compiled into a static page. */
export interface WelcomeCard {
  readonly type: string
  readonly content: Json
}

/** The question of the welcome page, compiled when the page is built. @throws when `content/welcome` has a fault. */
export const welcomeCard = (language: Language): WelcomeCard => {
  const folder = join(process.cwd(), 'content', 'welcome')
  const files = readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
  const { deck, diagnostics } = readDeck(files, cardTypes)
  const [fault] = diagnostics
  if (deck === null) throw new Error(`content/welcome cannot be compiled: ${fault?.message ?? 'it is empty'}`)
  const card = compileDeck(deck).languages.find((edition) => edition.language === language)?.bundle.cards[0]
  if (!card) throw new Error(`content/welcome has no card in ${language}.`)
  return { type: card.type, content: card.content }
}
