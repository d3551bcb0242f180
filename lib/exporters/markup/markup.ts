import { hideGaps, mathMl } from '@/lib/content/markdown/math'
import type { Block, Inline, MathSet } from '@/lib/view/block'
import { type HtmlGround, inlinesHtml, toHtml } from '../anki/to-html'
import type { ExportLoss } from '../exporter'

/** Writes texts of cards as HTML and notes what that loses. */
export interface Markup {
  readonly blocks: (blocks: readonly Block[]) => string
  readonly inlines: (inlines: readonly Inline[]) => string
}

export const blank = '＿＿＿'

/** LaTeX that any program sets: what a gap hides is shown or gone. */
const texOf = (tex: string, closed: boolean): string => (closed ? hideGaps(tex) : tex.replace(/\\cloze\s*\{/g, '{'))

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const mathJax =
  (closed: boolean) =>
  ({ tex }: MathSet, display: boolean): string => {
    const shown = escaped(texOf(tex, closed).replace(/\n/g, ' '))
    return display ? `\\[${shown}\\]` : `\\(${shown}\\)`
  }

const mathElement = /<math[\s>][\s\S]*<\/math>/

/** MathML with its LaTeX beside it; LaTeX alone where none can be made. */
export const asMathMl =
  (closed: boolean) =>
  (math: MathSet, display: boolean): string =>
    mathElement.exec(mathMl(texOf(math.tex, closed), display) ?? '')?.[0] ?? mathJax(closed)(math, display)

const explorers = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind === 'explorer')

interface MarkupChoice {
  readonly media: (src: string) => string | null
  readonly math: (closed: boolean) => (math: MathSet, display: boolean) => string
  readonly tell: (loss: ExportLoss) => void
  /** How an open tag without an end is written: XML wants its slash. */
  readonly xml: boolean
}

const closedTags = (html: string): string => html.replace(/<(br|hr|img)((?:\s[^<>]*?)?)\s*\/?>/g, '<$1$2/>')

/** `closed` hides gaps of formulas, as a question does; gaps of sentences say themselves whether they are open. */
export const makeMarkup = ({ media, math, tell, xml }: MarkupChoice, closed: boolean): Markup => {
  const ground: HtmlGround = {
    media: (src) => {
      const name = media(src)
      if (name === null) tell('picture')
      return name
    },
    cloze: null,
    math: math(closed),
    gap: ({ answer, hint, open }) =>
      open ? inlinesHtml(answer, ground) : `${blank}${hint === null ? '' : ` (${escaped(hint)})`}`,
  }
  const done = (html: string) => (xml ? closedTags(html) : html)
  return {
    blocks: (blocks) => {
      if (explorers(blocks)) tell('explorer')
      return done(toHtml(blocks, ground))
    },
    inlines: (inlines) => done(inlinesHtml(inlines, ground)),
  }
}
