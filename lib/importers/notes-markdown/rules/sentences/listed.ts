import { hasEnglish } from '../../words/deixis'
import { lowerFirst } from '../../words/lower-first'
import { partsOfList } from '../enumeration'
import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const counts: readonly string[] = ['', '', 'two', 'three', 'four', 'five', 'six', 'seven']
const en =
  /^(?:the|there are|we distinguish|one distinguishes) (two|three|four|five|six|seven) (.{3,60}?)(?: are| include|:) (.{6,})$/iu

/** A sentence that counts what it names: which are they? */
export const listed: SentenceRule = {
  name: 'enumeration',
  confidence: 0.7,
  read: (text) => {
    const masked = mask(text)
    const found = hasEnglish(masked) ? en.exec(masked) : null
    if (found === null) return null
    const [, count = '', what = '', list = ''] = found
    const parts = partsOfList(text.slice(masked.length - list.length))
    if (parts === null || parts.length !== counts.indexOf(count.toLowerCase())) return null
    const from = masked.indexOf(what)
    return question(
      `Which ${count.toLowerCase()} ${lowerFirst(text.slice(from, from + what.length))} are there?`,
      parts.join(', '),
      true,
    )
  },
}
