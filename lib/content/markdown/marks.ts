import type { Inline } from '@/lib/view/block'
import type { Desk, Placed } from './setting-desk'

/** A run of inline content, or a `==` that may open or close a gap. */
export type Piece =
  | { readonly kind: 'inline'; readonly inline: Inline }
  | { readonly kind: 'mark'; readonly opens: boolean; readonly closes: boolean; readonly at: Placed }

const special = /(?<!=)==(?!=)|\{([A-Za-z_][A-Za-z0-9_]*)\}/g

const text = (value: string): Piece[] =>
  value === '' ? [] : [{ kind: 'inline', inline: { kind: 'text', text: value } }]

/** Cuts prose at `==` and `{name}`; code and formulas are other nodes and never come here. */
export const splitText = (value: string, at: Placed, desk: Desk): Piece[] => {
  const result: Piece[] = []
  let from = 0
  for (const found of value.matchAll(special)) {
    const name = found[1]
    if (name !== undefined && desk.setting.values === undefined) continue
    result.push(...text(value.slice(from, found.index)))
    from = found.index + found[0].length
    if (name === undefined) {
      const before = value[found.index - 1]
      const after = value[from]
      result.push({
        kind: 'mark',
        opens: after === undefined || !/\s/.test(after),
        closes: before === undefined || !/\s/.test(before),
        at,
      })
    } else if (desk.setting.values?.has(name) === true) result.push({ kind: 'inline', inline: { kind: 'value', name } })
    else {
      const known = [...(desk.setting.values ?? [])].join(', ')
      desk.fault(at, `{${name}} names no value of this question.`, `Known: ${known}.`)
      result.push(...text(found[0]))
    }
  }
  result.push(...text(value.slice(from)))
  return result
}

const merge = (inlines: readonly Inline[]): readonly Inline[] => {
  const result: Inline[] = []
  for (const inline of inlines) {
    const last = result.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text')
      result.splice(-1, 1, { kind: 'text', text: last.text + inline.text })
    else result.push(inline)
  }
  return result
}

const gap = (children: readonly Inline[], open: boolean): Inline => {
  const last = children.at(-1)
  const cut = last?.kind === 'text' ? last.text.lastIndexOf('::') : -1
  if (last?.kind !== 'text' || cut < 0) return { kind: 'gap', hint: null, answer: children, open }
  const kept = last.text.slice(0, cut)
  return {
    kind: 'gap',
    hint: last.text.slice(cut + 2).trim() || null,
    answer: [...children.slice(0, -1), ...(kept === '' ? [] : [{ kind: 'text' as const, text: kept }])],
    open,
  }
}

/** Joins `==` to `==` into gaps (cloze cards) or marked words (elsewhere); a lone one stays as written. */
export const pairMarks = (pieces: readonly Piece[], desk: Desk): readonly Inline[] => {
  const result: Inline[] = []
  let opened: { readonly at: Placed; readonly from: number } | null = null
  const literal: Inline = { kind: 'text', text: '==' }
  const lone = (at: Placed) => {
    if (desk.setting.gaps !== undefined)
      desk.fault(at, 'A "==" has no partner.', 'Write ==gap== with no space inside, and code in `backticks`.')
  }
  for (const piece of pieces) {
    if (piece.kind === 'inline') result.push(piece.inline)
    else if (opened !== null && piece.closes && result.length > opened.from) {
      const children = merge(result.splice(opened.from))
      result.push(
        desk.setting.gaps === undefined ? { kind: 'mark', children } : gap(children, desk.setting.gaps === 'open'),
      )
      if (desk.setting.gaps !== undefined) desk.met.gaps++
      opened = null
    } else if (opened === null && piece.opens) opened = { at: piece.at, from: result.length }
    else {
      lone(piece.at)
      result.push(literal)
    }
  }
  if (opened !== null) {
    lone(opened.at)
    result.splice(opened.from, 0, literal)
  }
  return merge(result)
}
