import type { Reason } from '../reasons'

const code = /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`)/

/**
 * Markdown of other programs as ours reads it: no raw HTML, pictures only where `figure` knows them, notes' links as words.
 * Code is left alone.
 */
export const cleanMarkdown = (
  text: string,
  figure: (name: string) => string | null,
  tell: (kind: Reason['kind'], detail: string) => void,
): string =>
  text
    .split(code)
    .map((part, i) => (i % 2 === 1 ? part : clean(part, figure, tell)))
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const clean = (
  text: string,
  figure: (name: string) => string | null,
  tell: (kind: Reason['kind'], detail: string) => void,
): string => {
  const picture = (all: string, alt: string, name: string): string => {
    const path = figure(name)
    if (path !== null) return `![${alt.trim() || 'picture'}](${path})`
    tell('picture', name.slice(0, 120))
    return all.startsWith('![[') ? '' : alt
  }
  return (
    text
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      .replace(/<(script|style|iframe|object|svg|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, (_all, tag: string) => {
        tell(tag.toLowerCase() === 'style' ? 'look' : 'script', tag.toLowerCase())
        return ''
      })
      .replace(/<(audio|video)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, (_all, tag: string) => {
        tell('media', tag.toLowerCase())
        return ''
      })
      .replace(/<br\s*\/?>/gi, '\\\n')
      .replace(/<img\b(?:[^<>]|<(?!img\b))*>/gi, (tag) =>
        picture(tag, '', /\bsrc\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? ''),
      )
      .replace(/<\/?(?:u|s|b|i|em|strong|span|div|p|sub|sup|font|center|mark|kbd)\b[^<>]*>/gi, (tag) => {
        tell('look', tag.slice(0, 40))
        return ''
      })
      .replace(/<(?=[a-z/!?])(?!(?:https?:|mailto:))[^<>\n]*>/gi, (tag) => {
        tell('look', tag.slice(0, 40))
        return ''
      })
      // Bounds on names: a text may open thousands and close none, and each would be looked past to its end.
      .replace(/!\[\[([^\]|\n]{1,500})(?:\|([^\]\n]{0,500}))?\]\]/g, (all, name: string, alt = '') =>
        picture(all, alt, name.trim()),
      )
      .replace(
        /\[\[([^\]|\n]{1,500})(?:\|([^\]\n]{0,500}))?\]\]/g,
        (_all, page: string, words?: string) => words ?? page,
      )
      // An address ends before the next picture or link, and what may follow it is not part of it: each sign is looked at once.
      .replace(
        /!\[([^\]\n]{0,500})\]\(\s*(?!\s)<?((?:[^)\s>!]|!(?!\[))*)(?:(?:>|[^\S\n])(?:[^)\n!]|!(?!\[))*)?\)/g,
        picture,
      )
      .replace(
        /(?<!!)\[([^\]\n]{0,500})\]\((?!https?:\/\/|mailto:)((?:[^)\n\]]|\](?!\())*)\)/gi,
        (_all, words: string, address: string) => {
          tell('link', address.slice(0, 120))
          return words
        },
      )
  )
}
