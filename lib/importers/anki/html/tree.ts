import { decodeEntities } from './entities'

export type Node = Element | { readonly text: string }

export interface Element {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Node[]
}

export const isElement = (node: Node): node is Element => 'tag' in node

const empty = new Set(['br', 'img', 'hr', 'wbr', 'input', 'col', 'source', 'meta', 'link'])
/** Their contents are no words. */
const unread = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'audio',
  'video',
  'title',
])
/** An opening tag ends an open one of these, looking no further out than the second list. */
const ends: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  li: [
    ['li', 'p'],
    ['ul', 'ol'],
  ],
  p: [['p'], ['div', 'li', 'td', 'th', 'blockquote']],
  div: [['p'], ['div', 'li', 'td', 'th', 'blockquote']],
  td: [
    ['td', 'th', 'p'],
    ['tr', 'table'],
  ],
  th: [
    ['td', 'th', 'p'],
    ['tr', 'table'],
  ],
  tr: [['tr', 'td', 'th', 'p'], ['table']],
  dt: [['dt', 'dd', 'p'], ['dl']],
  dd: [['dt', 'dd', 'p'], ['dl']],
}
const deepest = 100

const token = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|<![^<>]*>/gi
const attribute = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(attribute)].map(([, name = '', one, two, three]) => [
      name.toLowerCase(),
      decodeEntities(one ?? two ?? three ?? ''),
    ]),
  )

/** What a browser would make of a field's HTML, near enough for its words: any text gives a tree. */
export const parseHtml = (
  html: string,
): { readonly children: readonly Node[]; readonly dropped: ReadonlySet<string> } => {
  const root: Element = { tag: '', attributes: new Map(), children: [] }
  const open: Element[] = [root]
  const dropped = new Set<string>()
  const top = (): Element => open.at(-1) ?? root
  const say = (text: string) => {
    if (text !== '') top().children.push({ text: decodeEntities(text) })
  }
  let from = 0
  token.lastIndex = 0
  for (let found = token.exec(html); found !== null; found = token.exec(html)) {
    say(html.slice(from, found.index))
    from = token.lastIndex
    const tag = found[2]?.toLowerCase()
    if (tag === undefined) continue
    if (found[1] === '/') {
      const at = open.findLastIndex((element, i) => i > 0 && element.tag === tag)
      if (at > 0) open.length = at
      continue
    }
    if (unread.has(tag)) {
      dropped.add(tag)
      const close = new RegExp(`</${tag}`, 'gi')
      close.lastIndex = from
      const closed = close.exec(html)
      from = closed === null ? html.length : html.indexOf('>', closed.index) + 1 || html.length
      token.lastIndex = from
      continue
    }
    const [ended, within] = ends[tag] ?? [[], []]
    const edge = open.findLastIndex((element) => within.includes(element.tag))
    const at = open.findIndex((element, i) => i > edge && i > 0 && ended.includes(element.tag))
    if (at > 0) open.length = at
    const element: Element = { tag, attributes: attributesOf(found[3] ?? ''), children: [] }
    top().children.push(element)
    if (!empty.has(tag) && open.length < deepest) open.push(element)
  }
  say(html.slice(from))
  return { children: root.children, dropped }
}
