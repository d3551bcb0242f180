import { signs } from '../anki/html/signs'

const clean = (text: string): string => text.replace(/[\ue000-\ue00f]/g, '').replace(/\s*\n\s*/g, ' ')

/** A gap within a text, until it is set: what is hidden, and a hint. Both are written as the text around them is. */
export const gap = (hidden: string, hint = ''): string =>
  `${signs.gap}${clean(hidden)}${hint === '' ? '' : signs.hint + clean(hint)}${signs.gapEnd}`

export const hasGap = (text: string): boolean => text.includes(signs.gap)
