import type { PhrasingContent, RootContent } from 'mdast'
import type { Inline } from '@/lib/view/block'
import { linkTarget } from './links'
import { type Piece, pairMarks, splitText } from './marks'
import type { Desk, Placed } from './setting-desk'

/** Emphasis inside emphasis inside links: deeper than this is an attack or a slip. */
const deepest = 12

const dollars = (desk: Desk, at: Placed) =>
  /^\$+/.exec(desk.text.slice(at.position?.start.offset ?? 0).slice(0, 4))?.[0].length ?? 1

const joinLines = (text: string): string =>
  text.replace(/(?<=[\u2e80-\u9fff\uff00-\uffef])\n(?=[\u2e80-\u9fff\uff00-\uffef])/g, '').replaceAll('\n', ' ')

const link = (url: string, children: readonly PhrasingContent[], at: Placed, desk: Desk, depth: number): Piece[] => {
  const target = linkTarget(url)
  if (target === null) {
    desk.fault(
      at,
      `A link may not lead to "${url.slice(0, 60)}".`,
      'Allowed: https:, http:, mailto:, concept:<id>, section:<id>, #anchor.',
    )
    return pieces(children, desk, depth)
  }
  desk.met.links.push({ target, ...(at.position?.start ?? { line: 1, column: 1 }) })
  return [{ kind: 'inline', inline: { kind: 'link', href: target.href, children: setInline(children, desk, depth) } }]
}

const one = (inline: Inline): Piece[] => [{ kind: 'inline', inline }]

const piecesOf = (node: PhrasingContent | RootContent, desk: Desk, depth: number): Piece[] => {
  switch (node.type) {
    case 'text':
      return splitText(joinLines(node.value), node, desk)
    case 'inlineMath':
      return one({ kind: 'math', math: desk.math(node.value, false, node, dollars(desk, node)) })
    case 'inlineCode':
      return one({ kind: 'code', text: node.value })
    case 'strong':
    case 'emphasis':
      return one({ kind: node.type, children: setInline(node.children, desk, depth) })
    case 'break':
      return one({ kind: 'break' })
    case 'link':
      return link(node.url, node.children, node, desk, depth)
    case 'html':
      desk.fault(
        node,
        `Raw HTML (${node.value.slice(0, 30)}) is shown as text.`,
        'Use Markdown, or write \\< for the sign.',
      )
      return one({ kind: 'text', text: node.value })
    case 'image':
      desk.fault(node, 'A figure stands inside a sentence.', 'Give it a paragraph of its own.')
      return one({ kind: 'text', text: node.alt ?? '' })
    case 'delete':
      desk.fault(node, 'Struck-out text is shown plainly.', 'Remove it or the ~~.', 'warning')
      return pieces(node.children, desk, depth)
    default:
      desk.fault(node, `Markdown of the kind "${node.type}" is not used here.`, 'Write it as plain text or a link.')
      return 'children' in node ? pieces(node.children, desk, depth) : []
  }
}

const pieces = (nodes: readonly (PhrasingContent | RootContent)[], desk: Desk, depth: number): Piece[] =>
  nodes.flatMap((node) => piecesOf(node, desk, depth))

/** The text inside a paragraph, heading or cell. */
export const setInline = (
  nodes: readonly (PhrasingContent | RootContent)[],
  desk: Desk,
  depth = 0,
): readonly Inline[] => {
  if (depth > deepest) {
    if (nodes[0] !== undefined) desk.fault(nodes[0], 'The text is nested too deeply.', 'Take some emphasis away.')
    return []
  }
  return pairMarks(pieces(nodes, desk, depth + 1), desk)
}
