import type { Block, Inline } from '@/lib/view/block'
import type { ExportLoss } from '../exporter'
import type { ItemVariant } from '../items/item'
import { type Cell, cellsOf, labelOf, unitOf } from '../items/numbers'
import { plainBlocks } from '../items/plain'
import { blank, type Markup, makeMarkup, mathJax } from '../markup/markup'
import { xmlText } from '../markup/xml'
import { answerTag, clozeHtml, clozeWords, fileTags, fraction, htmlTag, type MoodleFile, plainTag } from './parts'

export interface MoodleGround {
  readonly tell: (loss: ExportLoss) => void
  /** A picture's file; null where it is not there. */
  readonly file: (src: string) => MoodleFile | null
}

export interface MoodleQuestion {
  readonly type: string
  /** Elements after the name. */
  readonly body: string
}

const isShort = (inlines: readonly Inline[]): boolean =>
  inlines.every((inline) => inline.kind === 'text' || inline.kind === 'code')

/** Whether every gap of a question is words that can be typed. */
const gapsIn = (blocks: readonly Block[]): readonly Extract<Inline, { kind: 'gap' }>[] => {
  const found: Extract<Inline, { kind: 'gap' }>[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look)
    else if (typeof value === 'object' && value !== null) {
      // What blocks hold under this kind is a gap: they are plain data of one vocabulary.
      if ('kind' in value && value.kind === 'gap') found.push(value as Extract<Inline, { kind: 'gap' }>)
      else Object.values(value).forEach(look)
    }
  }
  look(blocks)
  return found
}

const cellPart = (cell: Cell, markup: Markup): string => {
  if (cell.option === null) return `{1:NUMERICAL:=${cell.key}:${cell.tolerance}}`
  const options = (cell.ask.options ?? []).map(
    (option, i) => `${i === cell.option ? '=' : ''}${clozeHtml(markup.inlines(option))}`,
  )
  return `{1:MULTICHOICE:${options.join('~')}}`
}

/** Boxes as they stand here: a matrix is a table of parts. */
const boxes = (cells: readonly Cell[], markup: Markup): string => {
  const asks = [...new Set(cells.map(({ ask }) => ask))]
  return asks
    .map((ask) => {
      const own = cells.filter((cell) => cell.ask === ask).map((cell) => cellPart(cell, markup))
      const label = xmlText(labelOf(ask))
      const unit = xmlText(unitOf(ask))
      const head = label === '' ? '' : `${label} = `
      if (own.length === 1) return `<p>${head}${own[0]}${unit === '' ? '' : ` ${unit}`}</p>`
      const width = ask.shape.at(-1) ?? 1
      const rows = Array.from({ length: Math.ceil(own.length / width) }, (_, i) =>
        own.slice(i * width, (i + 1) * width),
      )
      const body = rows.map((row) => `<tr>${row.map((part) => `<td>${part}</td>`).join('')}</tr>`).join('')
      return `<p>${head}</p><table>${body}</table>`
    })
    .join('')
}

/** A showing of a card as a question of Moodle's. */
export const moodleQuestion = (variant: ItemVariant, { tell, file }: MoodleGround): MoodleQuestion => {
  const { question, input, key, answer, whys } = variant
  const files = new Map<string, MoodleFile>()
  const media = (src: string) => {
    const found = file(src)
    if (found !== null) files.set(found.name, found)
    return found === null ? null : `@@PLUGINFILE@@/${found.name}`
  }
  const ground = { media, math: mathJax, tell, xml: false }
  const [asks, tells] = [makeMarkup(ground, true), makeMarkup(ground, false)]
  /** Markup with the files it names: each text of Moodle's carries its own. */
  const withFiles = (write: () => string) => {
    files.clear()
    const html = write()
    return { html, files: [...files.values()] }
  }
  const tag = (name: string, write: () => string): string => {
    const { html, files: own } = withFiles(write)
    return htmlTag(name, html, own)
  }
  const feedback = () => tag('generalfeedback', () => tells.blocks(answer))
  const done = (type: string, inside: string, more = ''): MoodleQuestion => ({
    type,
    body: `${tag('questiontext', () => asks.blocks(question) + more)}${feedback()}<defaultgrade>1</defaultgrade><penalty>0</penalty><hidden>0</hidden>${inside}`,
  })
  if (key?.kind === 'choice' && input.kind === 'choice') {
    const right = new Set(key.right)
    const single = !input.multiple && right.size === 1
    const answers = input.options.map(({ id, blocks }) => {
      const wrong = single ? '0' : `-${fraction(right.size)}`
      const said = tag('feedback', () => tells.blocks(whys.get(id) ?? []))
      return answerTag(
        right.has(id) ? fraction(right.size) : wrong,
        withFiles(() => tells.blocks(blocks)),
        said,
      )
    })
    const about = `<single>${single}</single><shuffleanswers>true</shuffleanswers><answernumbering>none</answernumbering>`
    return done('multichoice', about + answers.join(''))
  }
  const pairs = (sides: readonly (readonly [readonly Block[], string])[]) =>
    done(
      'matching',
      `<shuffleanswers>true</shuffleanswers>${sides
        .map(([left, right]) => {
          const { html, files: own } = withFiles(() => tells.blocks(left))
          return `<subquestion format="html"><text>${xmlText(html)}</text>${fileTags(own)}${plainTag('answer', right)}</subquestion>`
        })
        .join('')}`,
    )
  if (key?.kind === 'match' && input.kind === 'match') {
    const [left, right] = [input.left, input.right].map((side) => new Map(side.map(({ id, blocks }) => [id, blocks])))
    const named = key.pairs.map(([a, b]) => [left?.get(a) ?? [], plainBlocks(right?.get(b) ?? [])] as const)
    // The right sides stand in a menu, which sets nothing.
    if (named.some(([, b]) => b.includes('\\('))) tell('formula-plain')
    return pairs(named)
  }
  if (key?.kind === 'order' && input.kind === 'order') {
    tell('order-as-match')
    const items = new Map(input.items.map(({ id, blocks }) => [id, blocks]))
    return pairs(key.order.map((id, i) => [items.get(id) ?? [], String(i + 1)] as const))
  }
  if (key?.kind === 'text') {
    const answers = key.answers.map(
      (spelling) => `<answer fraction="100"><text>${xmlText(spelling)}</text>${htmlTag('feedback', '')}</answer>`,
    )
    return done('shortanswer', `<usecase>1</usecase>${answers.join('')}`)
  }
  if (key?.kind === 'numbers' && input.kind === 'numbers') {
    const cells = cellsOf(input, key)
    const [only, second] = cells
    if (variant.number === null && only !== undefined && second === undefined && only.option === null) {
      const inside = `<tolerance>${only.tolerance}</tolerance>`
      const unit = unitOf(only.ask)
      const told = `<answer fraction="100"><text>${only.key}</text>${inside}${htmlTag('feedback', '')}</answer>`
      return done('numerical', told, unit === '' ? '' : `<p>(${xmlText(unit)})</p>`)
    }
    return done('cloze', '', boxes(cells, tells))
  }
  const gaps = gapsIn(question)
  if (gaps.length > 0 && gaps.every((gap) => isShort(gap.answer))) {
    const typed = gaps.map((gap) => `{1:SHORTANSWER:=${clozeWords(plainGap(gap.answer))}}`)
    let at = 0
    const written = tag('questiontext', () => asks.blocks(question).replaceAll(blank, (all) => typed[at++] ?? all))
    return { type: 'cloze', body: `${written}${feedback()}<penalty>0</penalty><hidden>0</hidden>` }
  }
  tell('unmarked')
  return done(
    'essay',
    `<responseformat>editor</responseformat><responserequired>1</responserequired><responsefieldlines>5</responsefieldlines><attachments>0</attachments>${tag('graderinfo', () => tells.blocks(answer))}`,
  )
}

const plainGap = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' || inline.kind === 'code' ? inline.text : '')).join('')
