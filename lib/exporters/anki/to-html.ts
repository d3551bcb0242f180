import type { Block, FigureMask, Inline, MathSet } from '@/lib/view/block'

export interface HtmlGround {
  /** Name that a picture has among the media; null where it is not there. */
  readonly media: (src: string) => string | null
  /** Cloze number that gaps become; null where they are shown open. */
  readonly cloze: number | null
  /** How a formula is written; as LaTeX for MathJax when left out. */
  readonly math?: (math: MathSet, display: boolean) => string
  /** How a gap is written; as Anki's, or open, when left out. */
  readonly gap?: (gap: Extract<Inline, { kind: 'gap' }>) => string
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Anki reads `}}` as the end of a gap, also inside a formula. */
const tex = (text: string, cloze: number | null): string =>
  escapeHtml((cloze === null ? text : text.replace(/\}(?=\})/g, '} ')).replace(/\n/g, ' '))

/** `\cloze{...}` with balanced braces becomes Anki's gap, or what it hides. */
const withGaps = (source: string, cloze: number | null): string => {
  let result = ''
  for (let at = 0; at < source.length; ) {
    const found = source.indexOf('\\cloze{', at)
    if (found < 0) return result + tex(source.slice(at), cloze)
    let depth = 1
    let end = found + 7
    while (end < source.length && depth > 0) {
      if (source[end] === '{' && source[end - 1] !== '\\') depth++
      if (source[end] === '}' && source[end - 1] !== '\\') depth--
      end++
    }
    const inside = tex(source.slice(found + 7, end - 1), cloze)
    result += tex(source.slice(at, found), cloze) + (cloze === null ? `{${inside}}` : `{{c${cloze}::${inside} }}`)
    at = end
  }
  return result
}

const inlineHtml = (inline: Inline, ground: HtmlGround): string => {
  const all = (children: readonly Inline[]) => inlinesHtml(children, ground)
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text)
    case 'math':
      return ground.math?.(inline.math, false) ?? `\\(${withGaps(inline.math.tex, ground.cloze)}\\)`
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`
    case 'strong':
      return `<b>${all(inline.children)}</b>`
    case 'emphasis':
      return `<i>${all(inline.children)}</i>`
    case 'mark':
      return `<mark>${all(inline.children)}</mark>`
    case 'link':
      return /^(?:https?|mailto):/.test(inline.href)
        ? `<a href="${escapeHtml(inline.href)}">${all(inline.children)}</a>`
        : all(inline.children)
    case 'value':
      return escapeHtml(inline.name)
    case 'gap': {
      if (ground.gap !== undefined) return ground.gap(inline)
      const hint = inline.hint === null ? '' : `::${escapeHtml(inline.hint)}`
      return ground.cloze === null ? all(inline.answer) : `{{c${ground.cloze}::${all(inline.answer)}${hint}}}`
    }
    case 'break':
      return '<br>'
  }
}

export const inlinesHtml = (inlines: readonly Inline[], ground: HtmlGround): string =>
  inlines.map((inline) => inlineHtml(inline, ground)).join('')

const tensorHtml = (name: string, shape: readonly number[], cells: readonly string[]): string => {
  const width = shape.at(-1) ?? 1
  const rows = Array.from({ length: Math.ceil(cells.length / Math.max(1, width)) }, (_, i) =>
    cells.slice(i * width, (i + 1) * width),
  )
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')
  return `<div>${escapeHtml(name)} =</div><table>${body}</table>`
}

/** Anki sets no class of ours, so the covers bring their looks along: opaque in its day and its night mode. */
const maskedHtml = (image: string, masks: readonly FigureMask[]): string => {
  const look = {
    asked: 'background:#ffeba2;border:2px solid #2b6cb0',
    covered: 'background:#d8d4ca',
    shown: 'border:2px solid #2f7d4f',
  }
  const covers = masks.map(
    ({ box: [left, top, width, height], state }) =>
      `<div style="position:absolute;left:${left}%;top:${top}%;width:${width}%;height:${height}%;box-sizing:border-box;${look[state]}"></div>`,
  )
  return `<div style="position:relative;display:inline-block">${image}${covers.join('')}</div>`
}

const blockHtml = (block: Block, ground: HtmlGround): string => {
  const words = (children: readonly Inline[]) => inlinesHtml(children, ground)
  switch (block.kind) {
    case 'paragraph':
      return `<div>${words(block.children)}</div>`
    case 'heading':
      return `<h${block.level}>${words(block.children)}</h${block.level}>`
    case 'math':
      if (ground.math !== undefined) return `<div>${ground.math(block.math, true)}</div>`
      return `<div>\\[${withGaps(block.math.tex, ground.cloze)}\\]</div>`
    case 'code':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${toHtml(item, ground)}</li>`).join('')}</${tag}>`
    }
    case 'quote':
    case 'erratum':
      return `<blockquote>${toHtml(block.children, ground)}</blockquote>`
    case 'figure': {
      const name = ground.media(block.src)
      const caption = block.caption.length === 0 ? '' : `<div>${words(block.caption)}</div>`
      if (name === null) return `<div>${escapeHtml(block.alt)}</div>${caption}`
      const image = `<img src="${escapeHtml(name)}" alt="${escapeHtml(block.alt)}">`
      return (block.masks === undefined ? image : maskedHtml(image, block.masks)) + caption
    }
    case 'explorer':
      return `<div>${escapeHtml(block.alt)}</div>`
    case 'table': {
      const row = (cells: readonly (readonly Inline[])[], tag: string) =>
        `<tr>${cells.map((cell) => `<${tag}>${words(cell)}</${tag}>`).join('')}</tr>`
      return `<table>${row(block.header, 'th')}${block.rows.map((cells) => row(cells, 'td')).join('')}</table>`
    }
    case 'tensors':
      return block.items.map(({ name, shape, cells }) => tensorHtml(name, shape, cells)).join('')
    case 'rule':
      return '<hr>'
  }
}

/** Blocks as the HTML that Anki's editor writes, with MathJax formulas. */
export const toHtml = (blocks: readonly Block[], ground: HtmlGround): string => {
  const [only, ...more] = blocks
  // One paragraph is a field's plain content.
  if (only?.kind === 'paragraph' && more.length === 0) return inlinesHtml(only.children, ground)
  return blocks.map((block) => blockHtml(block, ground)).join('')
}
