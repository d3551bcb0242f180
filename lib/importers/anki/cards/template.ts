import { markGaps } from '../html/gaps'

/** What a template may name. */
export interface Rendering {
  readonly fields: ReadonlyMap<string, string>
  /** Cloze number that is asked; null for other note types. */
  readonly cloze: number | null
  readonly side: 'front' | 'back'
}

const blank = (html: string): boolean => html.replace(/<(?!img\b)[^>]*>|&nbsp;|\s/gi, '') === ''

const filled = (name: string, { fields, cloze, side }: Rendering): string => {
  const [field = '', ...filters] = name.split(':').reverse()
  if (field.trim() === 'FrontSide') return ''
  const value = fields.get(field.trim()) ?? ''
  return filters.reduce((html, raw) => {
    const filter = raw.trim()
    if (filter === 'cloze') return cloze === null ? html : markGaps(html, cloze)
    // What is typed in is asked, not shown.
    if (filter === 'type') return side === 'front' ? '' : html
    if (filter.startsWith('tts')) return ''
    return html
  }, value)
}

/** A template with its fields filled in, conditions decided: `{{Field}}`, `{{#Field}}`, `{{^Field}}`, filters from right to left. */
export const renderTemplate = (template: string, rendering: Rendering): string => {
  const token = /<!--[\s\S]*?-->|\{\{([#^/]?)([^{}]*)\}\}/g
  let result = ''
  let from = 0
  /** Whether each open condition shows what is in it. */
  const shown: boolean[] = []
  const add = (text: string) => {
    if (!shown.includes(false)) result += text
  }
  for (const found of template.matchAll(token)) {
    add(template.slice(from, found.index))
    from = found.index + found[0].length
    const [, kind, written] = found
    if (written === undefined) continue
    const name = written.trim()
    if (kind === '#' || kind === '^') {
      const holds = !blank(rendering.fields.get(name) ?? '') || name === `c${rendering.cloze}`
      shown.push(holds === (kind === '#'))
    } else if (kind === '/') shown.pop()
    else add(filled(name, rendering))
  }
  add(template.slice(from))
  return result
}

/** The back without what the front said already: from the line that Anki draws, or without `{{FrontSide}}`. */
export const answerTemplate = (back: string): string => {
  const line = /<hr[^>]*\bid\s*=\s*["']?answer["']?[^>]*>/i.exec(back)
  return line === null ? back : back.slice(line.index + line[0].length)
}
