import type { Bundle } from '@/lib/content/bundle'
import type { DeckFile } from '@/lib/content/deck/deck'
import { list, object, text } from '@/lib/core/decode'
import type { Language } from '@/lib/core/language'
import { ok, type Result } from '@/lib/core/result'
import { askBanks, type BankRefusal } from '../banks'
import { decodeBundle } from '../decode-bundle'

/** What learners get of a bank in one language, with the titles of its concepts. */
export interface PublishedBank {
  readonly bundle: Bundle
  readonly concepts: ReadonlyMap<string, string>
}

const decodeConcepts = object<{ readonly concepts: readonly { readonly id: string; readonly title: string }[] }>({
  concepts: list(object({ id: text(300), title: text(4_000) }), 50_000),
})

const decodeFiles = object<{ readonly files: readonly DeckFile[] }>({
  files: list(object<DeckFile>({ path: text(300), text: text(8_000_000) }), 1_000),
})

export const readPublishedBank = async (
  id: string,
  language: Language,
): Promise<Result<PublishedBank, BankRefusal>> => {
  const deck = `/api/decks/${encodeURIComponent(id)}`
  const bundle = await askBanks(`${deck}/bundle?language=${language}`, decodeBundle)
  if (!bundle.ok) return bundle
  const concepts = await askBanks(`${deck}/concepts?language=${language}`, decodeConcepts)
  if (!concepts.ok) return concepts
  return ok({
    bundle: bundle.value,
    concepts: new Map(concepts.value.concepts.map(({ id: concept, title }) => [concept, title])),
  })
}

/** The draft's texts, as their author wrote them. */
export const readDraftFiles = async (id: string): Promise<Result<readonly DeckFile[], BankRefusal>> => {
  const read = await askBanks(`/api/banks/${encodeURIComponent(id)}`, decodeFiles)
  return read.ok ? ok(read.value.files) : read
}

/** Pictures by the names that texts and blocks use, fetched one after the other; one that does not come is left out. */
export const readPictures = async (
  addresses: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> => {
  const found = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const [name, address] of addresses) {
    try {
      const response = await fetch(address, { credentials: 'same-origin' })
      if (response.ok) found.set(name, new Uint8Array(await response.arrayBuffer()))
    } catch {
      // The export says of each card which picture it lacks.
    }
  }
  return found
}
