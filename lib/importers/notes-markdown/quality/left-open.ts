import type { Diagnostic } from '@/lib/core/diagnostic'
import type { ImageFinder } from '../images'
import type { Unit } from '../parse/outline'
import { rangeOf } from '../parse/passage'
import type { Source } from '../parse/source'
import { isUnfinished } from '../words/deixis'

const longestQuote = 40

const warning = (source: Source, offset: number, message: string, hint: string): Diagnostic => ({
  severity: 'warning',
  path: '',
  ...source.position(offset),
  message,
  hint,
})

/** What one paragraph leaves open: remarks its writer did not finish, and figures that are not there. */
export const leftOpen = (unit: Unit, source: Source, images: ImageFinder | null): readonly Diagnostic[] => {
  if (unit.kind !== 'prose') return []
  const { passage, tokens, sentences } = unit.prose
  const remarks = sentences
    .filter(({ text }) => isUnfinished(text))
    .map(({ text, from, to }) =>
      warning(
        source,
        rangeOf(passage, from, to)[0],
        `The notes leave this open: "${text.slice(0, longestQuote)}".`,
        'No card was made from it; finish the remark or write the card yourself.',
      ),
    )
  const figures = tokens
    .filter(
      ({ kind, url, from, to }) =>
        kind === 'image' && images !== null && images.figure(url ?? '', rangeOf(passage, from, to)[0]) === null,
    )
    .map(({ url, from, to }) =>
      warning(
        source,
        rangeOf(passage, from, to)[0],
        `The figure "${(url ?? '').slice(0, longestQuote)}" is not there.`,
        'Put the file where the notes name it, with a text that says what it shows.',
      ),
    )
  return [...remarks, ...figures]
}
