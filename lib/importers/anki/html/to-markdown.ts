import { codeSpan, escapeStart, escapeWords } from './escape'
import { finishGaps } from './finish-gaps'
import { cutFormulas } from './formulas'
import { signs } from './signs'
import { type Element, isElement, type Node, parseHtml } from './tree'

/** How much of a field's looks is kept. A field whose Markdown has a fault is read again with less. */
export type Care = 'full' | 'plain' | 'words'

export interface Loss {
  readonly what: 'sound' | 'picture' | 'script' | 'media' | 'formula' | 'look' | 'table'
  readonly detail: string
}

export interface FieldText {
  readonly markdown: string
  /** Media names of its pictures. */
  readonly pictures: readonly string[]
  readonly losses: readonly Loss[]
}

interface Ground {
  readonly care: Care
  /** Path of a picture in our deck; null where it cannot be kept. */
  readonly figure: (name: string) => string | null
}

const blockTags = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'pre',
  'blockquote',
  'table',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'img',
  'dl',
  'dt',
  'dd',
  'section',
  'article',
  'center',
  'header',
  'footer',
  'details',
  'summary',
  'figure',
  'figcaption',
  'tbody',
  'thead',
  'tr',
  'td',
  'th',
])

const hasBlock = (node: Node): boolean => isElement(node) && (blockTags.has(node.tag) || node.children.some(hasBlock))

const plainOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) =>
      isElement(node)
        ? node.tag === 'br'
          ? '\n'
          : plainOf(node.children) + (blockTags.has(node.tag) ? '\n' : '')
        : node.text,
    )
    .join('')

/** Bytes that were no text, and controls, are no words. */
const readable = (text: string): string => text.replace(/(?![\t\n])\p{Cc}/gu, '').replaceAll('\ufffd', '?')

const sound = /\[sound:([^\]]*)\]|\[anki:(?:play|tts)[^\]]*\]/g
const formulaSign = new RegExp(`${signs.formula}(\\d+)${signs.formulaEnd}`, 'g')

/** HTML of a field or a rendered card as our Markdown: no raw HTML, pictures as figures, formulas between dollar signs. */
export const toMarkdown = (html: string, { care, figure }: Ground): FieldText => {
  const { html: cut, formulas } = cutFormulas(html)
  const { children, dropped } = parseHtml(cut)
  const losses: Loss[] = []
  const pictures: string[] = []
  for (const tag of dropped)
    losses.push({
      what: tag === 'audio' || tag === 'video' ? 'media' : tag === 'style' ? 'look' : 'script',
      detail: tag,
    })

  const formulaAt = (index: string, within: boolean): string => {
    const formula = formulas[Number(index)]
    if (formula === undefined) return ''
    const { tex, display } = formula
    if (care === 'words') {
      losses.push({ what: 'formula', detail: tex.slice(0, 80) })
      return codeSpan(tex.replace(/\\cloze\{/g, '{'))
    }
    const safe = tex.replace(/(?<!\\)\$/g, '\\$')
    return display && !within ? `${signs.line}$$\n${safe}\n$$${signs.line}` : `$${safe.replace(/\s*\n\s*/g, ' ')}$`
  }
  const words = (text: string): string =>
    escapeWords(
      text
        .replace(sound, (_all, name) => {
          losses.push({ what: 'sound', detail: name ?? '' })
          return ''
        })
        .replace(/[^\S\u00a0]+|\u00a0/g, ' '),
    )

  const emphasis = (element: Element, sign: string): string => {
    const inner = inline(element.children)
    const [, before = '', middle = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? []
    const sure = /^[\p{L}\p{N}$]/u.test(middle) && /[\p{L}\p{N}$]$/u.test(middle) && !middle.includes(signs.line)
    return care === 'full' && sure && !/[*\ue002\ue003]/.test(middle)
      ? `${before}${sign}${middle}${sign}${after}`
      : inner
  }

  const link = (element: Element): string => {
    const href = element.attributes.get('href')?.trim() ?? ''
    const inner = inline(element.children).trim()
    if (care !== 'full' || inner === '' || /[[\]\ue002\ue003\ue005]/.test(inner.replace(/\\[[\]]/g, ''))) return inner
    if (!/^(?:https?:\/\/|mailto:)[^\s<>\\]+$/i.test(href)) return inner
    return `[${inner}](${href.replace(/[()*_`$\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)})`
  }

  const inlineOf = (node: Node): string => {
    if (!isElement(node)) return words(node.text)
    switch (node.tag) {
      case 'br':
        return signs.line
      case 'b':
      case 'strong':
        return emphasis(node, '**')
      case 'i':
      case 'em':
        return emphasis(node, '*')
      case 'code':
      case 'kbd':
      case 'tt': {
        const text = plainOf(node.children)
        return /[\ue000-\ue005]/.test(text) ? inline(node.children) : codeSpan(text)
      }
      case 'sup':
      case 'sub': {
        const text = plainOf(node.children).trim()
        if (care !== 'full' || !/^[\w+-]{1,12}$/.test(text)) return inline(node.children)
        return `$${node.tag === 'sup' ? '^' : '_'}{\\text{${text.replace(/_/g, '\\_')}}}$`
      }
      case 'a':
        return link(node)
      case 'u':
      case 's':
      case 'strike':
      case 'del':
        losses.push({ what: 'look', detail: node.tag })
        return inline(node.children)
      default:
        return inline(node.children)
    }
  }
  const inline = (nodes: readonly Node[]): string => nodes.map(inlineOf).join('')

  const paragraphs = (text: string): string[] =>
    text
      .split(new RegExp(`(?:\\s*${signs.line}\\s*){2,}`))
      .map((part) =>
        part
          .split(signs.line)
          .map((line) => escapeStart(line.replace(/\s+/g, ' ').trim()))
          .filter((line) => line !== '')
          .join('\\\n'),
      )
      .filter((part) => part !== '')

  const picture = (element: Element): string[] => {
    let name = element.attributes.get('src') ?? ''
    try {
      name = decodeURIComponent(name)
    } catch {
      // A name with a bare % is the name itself.
    }
    name = name.normalize('NFC')
    const path = figure(name)
    if (path === null) {
      losses.push({ what: 'picture', detail: name.slice(0, 120) })
      return []
    }
    pictures.push(name)
    const alt = (element.attributes.get('alt') || name.replace(/\.\w+$/, '')).replace(/[\ue000-\ue005]/g, '')
    return [`![${escapeWords(alt.replace(/\s+/g, ' ').trim() || 'picture')}](${path})`]
  }

  const list = (element: Element): string[] => {
    const items = element.children.filter(isElement).flatMap((item) => {
      const inner = blocks(item.tag === 'li' ? item.children : [item])
      return inner.length === 0 ? [] : [inner]
    })
    if (care !== 'full') return items.flat()
    const ordered = element.tag === 'ol'
    const lines = items.map((inner, i) => {
      const mark = ordered ? `${i + 1}. ` : '- '
      return mark + inner.join('\n\n').replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)
    })
    return lines.length === 0 ? [] : [lines.join('\n')]
  }

  const table = (element: Element): string[] => {
    const rowsIn = (nodes: readonly Node[]): Element[] =>
      nodes.filter(isElement).flatMap((node) => (node.tag === 'tr' ? [node] : rowsIn(node.children)))
    const rows = rowsIn(element.children).map((row) =>
      row.children.filter(isElement).map((cell) => blocks(cell.children).join(' ').replace(/\\?\n/g, ' ')),
    )
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
    const fits = (cell: string) =>
      !cell.includes('![') &&
      [...cell.matchAll(formulaSign)].every(([, index]) => !formulas[Number(index)]?.tex.includes('|'))
    const simple = rows.every((row) => row.every(fits))
    if (width === 0) return []
    if (care !== 'full' || !simple || width > 20) {
      losses.push({ what: 'table', detail: `${rows.length} x ${width}` })
      return rows.flat().filter((cell) => cell !== '')
    }
    const line = (row: readonly string[]) => `| ${Array.from({ length: width }, (_, i) => row[i] ?? '').join(' | ')} |`
    const [head = [], ...body] = rows
    return [[line(head), line(Array<string>(width).fill('---')), ...body.map(line)].join('\n')]
  }

  const preformatted = (element: Element): string[] => {
    const text = plainOf(element.children).replace(/^\n|\s+$/g, '')
    if (text === '') return []
    if (/[\ue000-\ue005]/.test(text))
      return paragraphs(
        text
          .split('\n')
          .map((line) => words(line))
          .join(signs.line),
      )
    const fence = '`'.repeat([...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length + 1), 3))
    return [`${fence}text\n${text}\n${fence}`]
  }

  const blockOf = (element: Element): string[] => {
    switch (element.tag) {
      case 'img':
        return picture(element)
      case 'hr':
        return care === 'full' ? ['---'] : []
      case 'ul':
      case 'ol':
        return list(element)
      case 'table':
        return table(element)
      case 'pre':
        return preformatted(element)
      case 'blockquote': {
        const inner = blocks(element.children)
        return care === 'full' && inner.length > 0 ? [`> ${inner.join('\n\n').replace(/\n/g, '\n> ')}`] : inner
      }
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return paragraphs(emphasis({ ...element, children: element.children }, '**'))
      default:
        return blocks(element.children)
    }
  }

  const blocks = (nodes: readonly Node[]): string[] => {
    const result: string[] = []
    let run = ''
    const flush = () => {
      result.push(...paragraphs(run))
      run = ''
    }
    for (const node of nodes) {
      if (!hasBlock(node)) run += inlineOf(node)
      else if (isElement(node)) {
        flush()
        result.push(...blockOf(node))
      }
    }
    flush()
    return result
  }

  // A formula in a list, quote or table stays in its line.
  const placed = blocks(children)
    .join('\n\n')
    .split('\n')
    .map((line) => line.replace(formulaSign, (_all, index) => formulaAt(index, /^\s*(?:[|>]|[-+] |\d+\. )/.test(line))))
    .join('\n')
  // A display formula has lines of its own.
  const lined = placed
    .split(signs.line)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '\\')
    .join('\n\n')
  return { markdown: readable(finishGaps(lined)), pictures: [...new Set(pictures)], losses }
}
