import type { Block } from './block'
import { type Prose, readProse, type Sentence, stretch } from './sentences'
import { cleanTitle, isOneBold, titleOf } from './titles'

/** What a heading or a list item is about. */
export interface Title {
  readonly text: string
  readonly kind: 'heading' | 'item'
}

/** A block with everything a rule wants to know of its place. */
export type Unit = {
  readonly group: Group
  /** Place among the children of its group. */
  readonly at: number
  readonly block: Block
} /** Read when first asked for; `forget` lets go of it, for long notes. */ & (
  | { readonly kind: 'prose'; readonly prose: Prose; readonly forget: () => void }
  | { readonly kind: 'math'; readonly tex: string }
  | { readonly kind: 'code'; readonly language: string; readonly code: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Prose[])[] }
)

/** A heading or a list item with what stands below it. */
export interface Group {
  readonly kind: 'root' | 'heading' | 'item'
  readonly parent: Group | null
  /** Number printed before an ordered item. */
  readonly number: number | null
  readonly level: number
  readonly indent: number
  readonly content: number
  title: Title | null
  /** The passage the title stands in. */
  titled: { readonly text: string; readonly raw: string } | null
  readonly children: (Unit | Group)[]
}

export const isGroup = (child: Unit | Group): child is Group => 'children' in child

const group = (kind: Group['kind'], parent: Group | null, rest: Partial<Group>): Group => ({
  kind,
  parent,
  number: null,
  level: 0,
  indent: -1,
  content: 0,
  title: null,
  titled: null,
  children: [],
  ...rest,
})

/** Titles from the outside in. */
export const pathOf = (from: Group): readonly Title[] => {
  const titles: Title[] = []
  for (let at: Group | null = from; at !== null; at = at.parent) if (at.title !== null) titles.unshift(at.title)
  return titles
}

/** Lists inside lists: deeper ones lie flat. */
const deepest = 30

interface Place {
  readonly root: Group
  heading: Group
  /** The innermost open list item, or the heading. */
  open: Group
}

const depthOf = (from: Group): number => {
  let depth = 0
  for (let at: Group | null = from; at !== null; at = at.parent) depth++
  return depth
}

/**
 * Where a list item belongs. Deeper signs open a list inside; equal or shallower ones close it. Two slips are put right:
 * a bold name one column off its neighbours belongs beside the bold name above them, and bullets at the margin right
 * behind a numbered title belong to it.
 */
const parentOfItem = (place: Place, indent: number, number: number | null, bold: boolean): Group => {
  let at = place.open
  const chain: Group[] = []
  for (let up: Group | null = at; up !== null && up.kind === 'item'; up = up.parent) chain.push(up)
  const neighbours = chain.find((one) => one.parent?.kind === 'item' && one.indent < indent && indent < one.content)
  if (bold && neighbours?.parent?.kind === 'item' && neighbours.parent.titled === null) return neighbours.parent
  if (bold && neighbours !== undefined && neighbours.parent?.kind === 'item') {
    const name = neighbours.parent
    if (isOneBold(name.titled?.raw ?? '') && !isOneBold(neighbours.titled?.raw ?? '')) return name.parent ?? name
  }
  while (at.kind === 'item' && at.indent >= indent) {
    const numberedTitle =
      at.number !== null && number === null && at.indent === indent && at.title !== null && at.children.length <= 1
    if (numberedTitle || (number === null && at.number !== null && at.indent === indent && holdsBullets(at, indent)))
      break
    at = at.parent ?? at
  }
  return depthOf(at) > deepest ? (at.parent ?? at) : at
}

const holdsBullets = (item: Group, indent: number): boolean =>
  item.children.some((child) => isGroup(child) && child.number === null && child.indent === indent)

/** Where a paragraph, a formula or code belongs: to the innermost item it is indented below. */
const parentOfBlock = (place: Place, indent: number, blankBefore: boolean): Group => {
  let at = place.open
  while (at.kind === 'item' && at.indent >= indent) at = at.parent ?? at
  // A little short of the item's text and no blank line between: the writer was still there.
  if (!blankBefore && indent > 0 && at.kind === 'item' && indent < at.content && place.open !== at) return place.open
  return at
}

const said = (sentence: Sentence | null): Group['titled'] =>
  sentence === null ? null : { text: sentence.text, raw: sentence.passage.raw }

const proseUnit = (parent: Group, at: number, block: Block): Unit => {
  let known: Prose | null = null
  return {
    kind: 'prose',
    group: parent,
    at,
    block,
    get prose() {
      known ??= readProse(block.passage)
      return known
    },
    forget: () => {
      known = null
    },
  }
}

/** Puts blocks into headings and list items. */
export const readOutline = (blocks: readonly Block[]): Group => {
  const root = group('root', null, {})
  const place: Place = { root, heading: root, open: root }
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (block === undefined) continue
    if (block.kind === 'heading') {
      let parent = place.heading
      while (parent.kind === 'heading' && parent.level >= block.level) parent = parent.parent ?? root
      const prose = readProse(block.passage)
      const made = group('heading', parent, { level: block.level })
      made.title = { text: cleanTitle(prose.text), kind: 'heading' }
      parent.children.push(made)
      place.heading = made
      place.open = made
      continue
    }
    if (block.kind === 'rule') {
      place.open = place.heading
      continue
    }
    if (block.kind === 'marker') {
      const next = blocks[i + 1]
      const head = next?.kind === 'text' && sameLine(block, next) ? next : null
      const raw = head?.passage.raw ?? ''
      const parent = parentOfItem(place, block.indent, block.number, isOneBold(raw))
      const made = group('item', parent, {
        number: block.number,
        indent: block.indent,
        content: block.indent + Math.min(block.width, 5),
      })
      parent.children.push(made)
      place.open = made
      if (head === null) continue
      i++
      const after = blocks[i + 1]
      const last = after === undefined || after.kind === 'heading' || after.indent <= block.indent
      const prose = readProse(head.passage)
      const titled = titleOf(prose, last)
      if (titled !== null) {
        made.title = { text: cleanTitle(titled.title), kind: 'item' }
        made.titled = said(titled.sentence)
      } else made.titled = said(stretch(prose, 0, head.passage.raw.length))
      made.children.push(proseUnit(made, 0, head))
      continue
    }
    const parent = parentOfBlock(place, block.indent, block.blankBefore)
    parent.children.push(unitOf(block, parent))
    while (place.open !== parent && place.open.kind === 'item' && block.indent <= place.open.indent)
      place.open = place.open.parent ?? parent
  }
  return root
}

const sameLine = (marker: Block, text: Block): boolean => marker.passage.parts[0]?.line === text.passage.parts[0]?.line

const unitOf = (block: Exclude<Block, { kind: 'heading' | 'rule' | 'marker' }>, parent: Group): Unit => {
  const at = parent.children.length
  switch (block.kind) {
    case 'math':
      return { kind: 'math', group: parent, at, block, tex: block.tex }
    case 'code':
      return { kind: 'code', group: parent, at, block, language: block.language, code: block.code }
    case 'table':
      return { kind: 'table', group: parent, at, block, rows: block.rows.map((row) => row.map(readProse)) }
    case 'text':
      return proseUnit(parent, at, block)
  }
}
