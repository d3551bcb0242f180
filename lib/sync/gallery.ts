import { list, object, text } from '@/lib/core/decode'

/** A built-in compute question to start from. */
export interface GalleryExample {
  readonly id: string
  readonly prompt: { readonly en: string; readonly zh: string }
  /** As it is written, one entry of a file of cards. */
  readonly text: string
}

export const decodeGallery = object<{ readonly examples: readonly GalleryExample[] }>({
  examples: list(
    object<GalleryExample>({
      id: text(200),
      prompt: object({ en: text(400), zh: text(400) }),
      text: text(100_000),
    }),
    5000,
  ),
})
