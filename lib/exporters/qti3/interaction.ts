import type { Block } from '@/lib/view/block'
import type { ExportLoss } from '../exporter'
import type { ItemVariant } from '../items/item'
import { cellsOf, labelOf, placeOf, unitOf } from '../items/numbers'
import { asMathMl, makeMarkup } from '../markup/markup'
import { xmlText } from '../markup/xml'

export interface Interaction {
  /** Declarations of what is right. */
  readonly declarations: string
  /** After the question's text. */
  readonly body: string
  /** Conditions that each earn a part of the mark, or null where nobody marks. */
  readonly conditions: readonly string[] | null
  /** Whether options carry something to be said. */
  readonly feedback: boolean
}

const declaration = (name: string, cardinality: string, type: string, values: readonly string[]): string =>
  `<qti-response-declaration identifier="${name}" cardinality="${cardinality}" base-type="${type}"><qti-correct-response>${values
    .map((value) => `<qti-value>${xmlText(value)}</qti-value>`)
    .join('')}</qti-correct-response></qti-response-declaration>`

const variable = (name: string): string => `<qti-variable identifier="${name}"/>`
const matches = (name: string): string => `<qti-match>${variable(name)}<qti-correct identifier="${name}"/></qti-match>`

/** Names as QTI allows them, whatever a card calls its parts. */
const names = (prefix: string, ids: readonly string[]): ReadonlyMap<string, string> =>
  new Map(ids.map((id, i) => [id, `${prefix}${i + 1}`]))

/** What is said to whoever chose an option: within its line, or below it where it is more than a sentence. */
const feedbackTag = (name: string, why: readonly Block[], text: string): string => {
  const about = `outcome-identifier="FEEDBACK" identifier="${name}" show-hide="show"`
  return why.length === 1 && why[0]?.kind === 'paragraph'
    ? `<qti-feedback-inline ${about}>${text}</qti-feedback-inline>`
    : `<qti-feedback-block ${about}><qti-content-body>${text}</qti-content-body></qti-feedback-block>`
}

export const interactionOf = (
  { input, key, whys }: ItemVariant,
  media: (src: string) => string | null,
  tell: (loss: ExportLoss) => void,
): Interaction => {
  const tells = makeMarkup({ media, math: asMathMl, tell, xml: true }, false)
  const set = (blocks: readonly Block[]) => tells.blocks(blocks)
  const marked = (declarations: string, body: string, feedback = false): Interaction => ({
    declarations,
    body,
    conditions: [matches('RESPONSE')],
    feedback,
  })
  const choices = (
    items: readonly { readonly id: string; readonly blocks: readonly Block[] }[],
    named: ReadonlyMap<string, string>,
  ): string =>
    items
      .map(({ id, blocks }) => {
        const name = named.get(id) ?? id
        const why = whys.get(id) ?? []
        return `<qti-simple-choice identifier="${name}">${set(blocks)}${why.length === 0 ? '' : feedbackTag(name, why, set(why))}</qti-simple-choice>`
      })
      .join('')
  if (key?.kind === 'choice' && input.kind === 'choice') {
    const named = names(
      'C',
      input.options.map(({ id }) => id),
    )
    const single = !input.multiple && key.right.length === 1
    const right = key.right.map((id) => named.get(id) ?? id)
    return marked(
      declaration('RESPONSE', single ? 'single' : 'multiple', 'identifier', right),
      `<qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="${single ? 1 : 0}">${choices(input.options, named)}</qti-choice-interaction>`,
      whys.size > 0 && single,
    )
  }
  if (key?.kind === 'order' && input.kind === 'order') {
    const named = names(
      'I',
      input.items.map(({ id }) => id),
    )
    const right = key.order.map((id) => named.get(id) ?? id)
    return marked(
      declaration('RESPONSE', 'ordered', 'identifier', right),
      `<qti-order-interaction response-identifier="RESPONSE" shuffle="true">${choices(input.items, named)}</qti-order-interaction>`,
    )
  }
  if (key?.kind === 'match' && input.kind === 'match') {
    const [left, right] = [
      names(
        'L',
        input.left.map(({ id }) => id),
      ),
      names(
        'R',
        input.right.map(({ id }) => id),
      ),
    ]
    const side = (items: typeof input.left, named: ReadonlyMap<string, string>) =>
      `<qti-simple-match-set>${items
        .map(
          ({ id, blocks }) =>
            `<qti-simple-associable-choice identifier="${named.get(id)}" match-max="1">${set(blocks)}</qti-simple-associable-choice>`,
        )
        .join('')}</qti-simple-match-set>`
    return marked(
      declaration(
        'RESPONSE',
        'multiple',
        'directedPair',
        key.pairs.map(([a, b]) => `${left.get(a)} ${right.get(b)}`),
      ),
      `<qti-match-interaction response-identifier="RESPONSE" shuffle="true" max-associations="${key.pairs.length}">${side(input.left, left)}${side(input.right, right)}</qti-match-interaction>`,
    )
  }
  if (key?.kind === 'text') {
    const best = key.answers[0] ?? ''
    const entries = key.answers.map((text) => `<qti-map-entry map-key="${xmlText(text)}" mapped-value="1"/>`).join('')
    const declared = declaration('RESPONSE', 'single', 'string', [best]).replace(
      '</qti-response-declaration>',
      `<qti-mapping default-value="0">${entries}</qti-mapping></qti-response-declaration>`,
    )
    return {
      declarations: declared,
      body: `<p><qti-text-entry-interaction response-identifier="RESPONSE" expected-length="${Math.max(8, best.length)}"/></p>`,
      conditions: [
        `<qti-gt><qti-map-response identifier="RESPONSE"/><qti-base-value base-type="float">0</qti-base-value></qti-gt>`,
      ],
      feedback: false,
    }
  }
  if (key?.kind === 'numbers' && input.kind === 'numbers') {
    const cells = cellsOf(input, key)
    const named = cells.map((cell, i) => ({ cell, name: cells.length === 1 ? 'RESPONSE' : `R${i + 1}` }))
    const body = named.map(({ cell, name }) => {
      const label = `${labelOf(cell.ask)}${placeOf(cell)}`
      const unit = unitOf(cell.ask)
      const box =
        cell.option === null
          ? `<qti-text-entry-interaction response-identifier="${name}" expected-length="10"/>`
          : `<qti-inline-choice-interaction response-identifier="${name}">${(cell.ask.options ?? [])
              .map((option, i) => `<qti-inline-choice identifier="O${i}">${tells.inlines(option)}</qti-inline-choice>`)
              .join('')}</qti-inline-choice-interaction>`
      return `<p>${label === '' ? '' : `${xmlText(label)} = `}${box}${unit === '' ? '' : ` ${xmlText(unit)}`}</p>`
    })
    return {
      declarations: named
        .map(({ cell, name }) =>
          cell.option === null
            ? declaration(name, 'single', 'float', [cell.key])
            : declaration(name, 'single', 'identifier', [`O${cell.option}`]),
        )
        .join(''),
      body: body.join(''),
      conditions: named.map(({ cell, name }) =>
        cell.option === null
          ? `<qti-equal tolerance-mode="absolute" tolerance="${cell.tolerance} ${cell.tolerance}">${variable(name)}<qti-correct identifier="${name}"/></qti-equal>`
          : matches(name),
      ),
      feedback: false,
    }
  }
  tell('unmarked')
  return {
    declarations: '<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="string"/>',
    body: '<qti-extended-text-interaction response-identifier="RESPONSE" expected-lines="3"/>',
    conditions: null,
    feedback: false,
  }
}
