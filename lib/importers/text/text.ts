import { withoutTags } from './without-tags'

/** A text as a file holds it. */
export interface Text {
  readonly kind: 'html' | 'markdown' | 'plain'
  readonly source: string
}

export const html = (source: string): Text => ({ kind: 'html', source })
export const markdown = (source: string): Text => ({ kind: 'markdown', source })
export const plain = (source: string): Text => ({ kind: 'plain', source })

/** UTF-16 units of one text; no question is so long, and some patterns' time grows with the square of it. */
export const longestText = 30_000

export const isBlank = ({ source }: Text): boolean => source.replace(/<(?!img\b|math\b)[^<>]*>|&nbsp;|\s/gi, '') === ''

/** Its first words alone, for titles. */
export const bareWords = ({ kind, source }: Text): string =>
  (kind === 'html' ? withoutTags(source.slice(0, 4_000), ' ') : source.slice(0, 4_000))
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
