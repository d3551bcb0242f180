import type { Blockquote, Heading, List, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { Block, Inline } from '@/lib/view/block'
import { explorerNamed, explorerNames } from '@/lib/view/explorer'
import { setInline } from './inline'
import { isFigure } from './links'
import { parseMarkdown } from './parse'
import type { Desk } from './setting-desk'

const deepest = 16

const anchor = /\s*\{#([a-z0-9][a-z0-9-]*)\}\s*$/

const heading = (node: Heading, desk: Desk): Block[] => {
  const last = node.children.at(-1)
  const id = last?.type === 'text' ? anchor.exec(last.value)?.[1] : undefined
  const children: PhrasingContent[] =
    id === undefined || last?.type !== 'text'
      ? node.children
      : [...node.children.slice(0, -1), { ...last, value: last.value.replace(anchor, '') }]
  if (node.depth === 1 || node.depth > 4)
    desk.fault(node, `A heading of level ${node.depth} stands in the text.`, 'Use ##, ### or ####.')
  // Numbered, not named after its words: both languages have the same anchors.
  const name = id ?? `part-${desk.met.anchors.length + 1}`
  if (desk.met.anchors.includes(name)) desk.fault(node, `The anchor "${name}" is used twice.`, 'Choose another {#id}.')
  desk.met.anchors.push(name)
  const level = node.depth <= 2 ? 2 : node.depth === 3 ? 3 : 4
  return [{ kind: 'heading', level, id: name, children: setInline(children, desk) }]
}

const figure = (node: Extract<PhrasingContent, { type: 'image' }>, desk: Desk): Block[] => {
  const at = node.position?.start ?? { line: 1, column: 1 }
  const alt = node.alt ?? ''
  if (alt.trim() === '')
    desk.fault(node, 'The figure says nothing to those who cannot see it.', 'Write ![what it shows](...).')
  const title = parseMarkdown(node.title ?? '').children[0]
  const caption = title?.type === 'paragraph' ? setInline(title.children, desk) : []
  const [, explorer] = /^explorer:(.*)$/.exec(node.url) ?? []
  if (explorer !== undefined) {
    const name = explorerNamed(explorer)
    if (name === null) {
      desk.fault(node, `"${explorer.slice(0, 60)}" is no explorer.`, `There are ${explorerNames.join(', ')}.`)
      return []
    }
    return [{ kind: 'explorer', name, alt, caption }]
  }
  if (!isFigure(node.url)) {
    desk.fault(
      node,
      `"${node.url.slice(0, 60)}" is not a figure of this deck.`,
      'Put the file below figures/ and name it so.',
    )
    return []
  }
  desk.met.figures.push({ src: node.url, line: at.line, column: at.column })
  return [{ kind: 'figure', src: node.url, alt, caption }]
}

const admonition = /^\[!(\w+)\]\s*/

const quote = (node: Blockquote, desk: Desk, depth: number): Block[] => {
  const first = node.children[0]
  const opener = first?.type === 'paragraph' ? first.children[0] : undefined
  const kind = opener?.type === 'text' ? admonition.exec(opener.value)?.[1] : undefined
  if (first?.type !== 'paragraph' || opener?.type !== 'text' || kind === undefined)
    return [{ kind: 'quote', children: setBlocks(node.children, desk, depth + 1) }]
  if (kind.toLowerCase() !== 'erratum') desk.fault(node, `"[!${kind}]" is not known.`, 'Only [!erratum] is.')
  const value = opener.value.replace(admonition, '')
  const rest = [...(value === '' ? [] : [{ ...opener, value }]), ...first.children.slice(1)]
  const children = [...(rest.length === 0 ? [] : [{ ...first, children: rest }]), ...node.children.slice(1)]
  return [{ kind: 'erratum', children: setBlocks(children, desk, depth + 1) }]
}

const list = (node: List, desk: Desk, depth: number): Block[] => [
  {
    kind: 'list',
    ordered: node.ordered === true,
    start: node.start ?? 1,
    items: node.children.map((item) => setBlocks(item.children, desk, depth + 1)),
  },
]

const table = (node: Table, desk: Desk): Block[] => {
  const rows = node.children.map((row) => row.children.map((cell): readonly Inline[] => setInline(cell.children, desk)))
  const [header = [], ...body] = rows
  return [{ kind: 'table', header, rows: body }]
}

const code = (node: Extract<RootContent, { type: 'code' }>, desk: Desk): Block[] => {
  const at = node.position?.start ?? { line: 1, column: 1 }
  if (node.lang != null && desk.cardWords.has(node.lang)) {
    desk.met.fences.push({ word: node.lang, text: node.value, line: at.line + 1, column: at.column })
    return []
  }
  if (node.lang == null)
    desk.fault(node, 'The code does not name its language.', 'Write ```python, or ```text.', 'warning')
  return [{ kind: 'code', language: node.lang ?? 'text', text: node.value }]
}

const blocksOf = (node: RootContent, desk: Desk, depth: number): Block[] => {
  switch (node.type) {
    case 'paragraph': {
      const [only, ...more] = node.children
      return only?.type === 'image' && more.length === 0
        ? figure(only, desk)
        : [{ kind: 'paragraph', children: setInline(node.children, desk) }]
    }
    case 'heading':
      return heading(node, desk)
    case 'math':
      return [{ kind: 'math', math: desk.math(node.value, true, node, 0) }]
    case 'code':
      return code(node, desk)
    case 'list':
      return list(node, desk, depth)
    case 'blockquote':
      return quote(node, desk, depth)
    case 'table':
      return table(node, desk)
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    case 'yaml':
      return []
    default:
      return [{ kind: 'paragraph', children: setInline([node], desk) }]
  }
}

export const setBlocks = (nodes: Root['children'], desk: Desk, depth = 0): readonly Block[] => {
  if (depth <= deepest) return nodes.flatMap((node) => blocksOf(node, desk, depth))
  if (nodes[0] !== undefined) desk.fault(nodes[0], 'Lists and quotes are nested too deeply.', 'Flatten them.')
  return []
}
