import type { CardId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import type { MathSet } from '@/lib/view/block'

/** A card as the sheet reads it. */
export interface SheetCard {
  readonly id: CardId
  readonly content: Json
  /** Chance of recalling its concept today, 0..1; null for a concept not begun. */
  readonly recall: number | null
}

export interface SheetFormula {
  readonly math: MathSet
  /** The first card that states it. */
  readonly card: CardId
  readonly recall: number | null
}

/** What is said of something, not merely a name or a number. */
const relation = /[=<>]|\\(?:approx|propto|le|ge|leq|geq|sim|to|gets|leftarrow|rightarrow|in|mapsto|equiv)(?![a-z])/i
/** A formula longer than this is a worked example, not something to learn. */
const longest = 240
const shortest = 5

const isStatement = (tex: string): boolean =>
  tex.length >= shortest && tex.length <= longest && relation.test(tex) && /[a-z]/i.test(tex)

const fields = (value: Json): { readonly [key: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { [key: string]: Json }) : {}

/** A formula as bundles hold it: set at publishing. */
const formulaOf = (value: Json): MathSet | null => {
  const { kind, math } = fields(value)
  if (kind !== 'math' || math === undefined) return null
  const { tex, html, spoken } = fields(math)
  return typeof tex === 'string' && typeof html === 'string' && typeof spoken === 'string'
    ? { tex, html, spoken }
    : null
}

/** The formulas a card's content states, in its own order. */
export const formulasIn = (content: Json): readonly MathSet[] => {
  const formula = formulaOf(content)
  if (formula !== null) return isStatement(formula.tex) ? [formula] : []
  if (Array.isArray(content)) return content.flatMap(formulasIn)
  return Object.values(fields(content)).flatMap((value) => (value === undefined ? [] : formulasIn(value)))
}

const bare = (tex: string): string => tex.replace(/\s+|\\[,;!]|[.,;]$/g, '')

/** Every formula of the cards once, the weakest first; concepts not begun come last, as they are learned. */
export const formulaSheet = (cards: readonly SheetCard[]): readonly SheetFormula[] => {
  const found = new Map<string, SheetFormula>()
  for (const { id, content, recall } of cards) {
    for (const math of formulasIn(content)) {
      const key = bare(math.tex)
      const known = found.get(key)
      if (known === undefined) found.set(key, { math, card: id, recall })
    }
  }
  const weakness = ({ recall }: SheetFormula) => (recall === null ? Number.POSITIVE_INFINITY : recall)
  return [...found.values()].sort((a, b) => {
    const [first, second] = [weakness(a), weakness(b)]
    return first === second ? 0 : first - second
  })
}
