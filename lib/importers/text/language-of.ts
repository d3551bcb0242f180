import type { Language } from '@/lib/core/language'
import { withoutTags } from './without-tags'

/** The language most of a text is in: a Chinese sign weighs as much as a Latin word. */
export const languageOf = (text: string): Language => {
  const sample = withoutTags(text.slice(0, 200_000), ' ').replace(/\$[^$]*\$/g, ' ')
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}+/gu)?.length ?? 0
  return han > latin ? 'zh' : 'en'
}
