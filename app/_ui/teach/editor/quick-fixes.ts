import { nearest } from '@/lib/content/yaml/did-you-mean'
import type { Diagnostic } from '@/lib/core/diagnostic'

/** A word that is wrong and those that may have been meant, the likeliest first. */
export interface QuickFix {
  readonly wrong: string
  readonly meant: readonly string[]
}

const mostMeant = 3

/** The cure of a fault that can be put in by itself; null where an author must think. */
export const quickFix = (
  { message, hint }: Pick<Diagnostic, 'message' | 'hint'>,
  concepts: readonly string[],
): QuickFix | null => {
  // A prerequisite is named after the concept that requires it.
  const wrong = (/"([^"]+)", which/.exec(message) ?? /"([^"]+)"/.exec(message))?.[1]
  if (wrong === undefined || !/^[\p{L}\p{N}_.-]+$/u.test(wrong)) return null
  const told = /Did you mean "([^"]+)"\?/.exec(hint)?.[1]
  const ofConcepts = /no concept/.test(message) ? nearest(wrong, concepts, mostMeant) : []
  const meant = [...new Set([...(told === undefined ? [] : [told]), ...ofConcepts])].slice(0, mostMeant)
  return meant.length === 0 ? null : { wrong, meant }
}
