import { type Decoder, list, literal, object, oneOf, tagged, text } from '@/lib/core/decode'
import { type Language, languages } from '@/lib/core/language'

/** What a page tells the service worker. */
export type WorkerMessage =
  /** The language its pages are wanted in from now on. */
  | { readonly kind: 'language'; readonly language: Language }
  /** Assets the page loaded before the worker stood between it and the network. */
  | { readonly kind: 'loaded'; readonly paths: readonly string[] }

export const decodeWorkerMessage: Decoder<WorkerMessage> = tagged<WorkerMessage>('kind', {
  language: object<Extract<WorkerMessage, { kind: 'language' }>>({
    kind: literal('language'),
    language: oneOf(languages),
  }),
  loaded: object<Extract<WorkerMessage, { kind: 'loaded' }>>({
    kind: literal('loaded'),
    paths: list(text(500, /^\/_next\/static\//), 500),
  }),
})
