import type { Diagnostic } from '@/lib/core/diagnostic'
import type { DeckFile } from './deck'

/** Where bytes were no UTF-8, reading puts U+FFFD; other control characters than tab and line feed mean UTF-16 or a stray byte. */
const unreadable = /(?![\t\n])[\p{Cc}\uFFFD]/u

/** The first character of a text that nobody meant to write, told; null when there is none. */
export const checkCharacters = ({ path: file, text }: DeckFile): Diagnostic | null => {
  const at = text.search(unreadable)
  if (at < 0) return null
  const before = text.slice(0, at).split('\n')
  const code = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return {
    severity: 'error',
    file,
    path: '',
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    message: `The character U+${code} cannot be read.`,
    hint: 'Save the file as UTF-8, or remove the character.',
  }
}
