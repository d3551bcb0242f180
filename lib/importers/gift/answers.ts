import type { Answer, Asked, NumberAnswer } from '../questions/question'
import { plain, type Text } from '../text/text'

type SetText = (source: string) => Text

interface Piece {
  readonly right: boolean
  readonly share: number | null
  readonly body: string
  readonly why: string
}

const weight = /^\s*%(-?\d{1,3}(?:\.\d*)?)%/

const pieceOf = (right: boolean, written: string): Piece => {
  const found = weight.exec(written)
  const rest = written.slice(found?.[0].length ?? 0)
  const cut = rest.indexOf('#')
  return {
    right,
    share: found === null ? null : Number(found[1]) / 100,
    body: (cut < 0 ? rest : rest.slice(0, cut)).trim(),
    why: cut < 0 ? '' : rest.slice(cut + 1).trim(),
  }
}

/** Answers that each begin with `=` or `~`; what stands before the first is one too where nothing else is. */
const piecesOf = (section: string): readonly Piece[] => {
  const parts = section.split(/(?=[=~])/).filter((part) => part.trim() !== '')
  return parts.map((part) =>
    part.startsWith('=') || part.startsWith('~') ? pieceOf(part.startsWith('='), part.slice(1)) : pieceOf(true, part),
  )
}

const answersOf = (pieces: readonly Piece[], set: SetText): readonly Answer[] =>
  pieces.map(({ right, share, body, why }) => ({ text: set(body), share: share ?? (right ? 1 : 0), why: set(why) }))

const numberIn = (written: string): number => {
  const text = written.trim().replace(',', '.')
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
}

const numberOf = ({ right, share, body, why }: Piece, set: SetText): NumberAnswer => {
  const range = /^(.+?)\.\.(.+)$/.exec(body)
  const worth = share ?? (right ? 1 : 0)
  if (range) {
    const [low, high] = [numberIn(range[1] ?? ''), numberIn(range[2] ?? '')]
    const middle = Number(((low + high) / 2).toPrecision(12))
    return { written: String(middle), value: middle, tolerance: Math.abs(high - low) / 2, share: worth, why: set(why) }
  }
  const [value = '', around = '0'] = body.split(':')
  const tolerance = numberIn(around)
  return {
    written: value.trim(),
    value: numberIn(value),
    tolerance: Number.isFinite(tolerance) ? Math.abs(tolerance) : 0,
    share: worth,
    why: set(why),
  }
}

const numerical = (section: string, set: SetText): Asked => {
  const pieces = piecesOf(section.trim())
  const answers = pieces.map((piece) => numberOf(piece, set))
  const bad = answers.find(({ value, share }) => share > 0 && !Number.isFinite(value))
  if (bad !== undefined) return { kind: 'none', why: 'not-a-number', detail: bad.written.slice(0, 80) }
  return { kind: 'number', answers, unit: '' }
}

/** What the braces of a question ask, and what is said to everybody afterwards. */
export const answersIn = (section: string, set: SetText): { readonly asked: Asked; readonly feedback: string } => {
  const cut = section.indexOf('####')
  const [body, feedback] = cut < 0 ? [section, ''] : [section.slice(0, cut), section.slice(cut + 4).trim()]
  const bare = body.trim()
  const done = (asked: Asked) => ({ asked, feedback })
  if (bare === '') return done({ kind: 'open', answer: plain('') })
  if (bare.startsWith('#')) return done(numerical(bare.slice(1), set))
  if (bare.includes('~')) {
    const pieces = piecesOf(bare)
    return done({ kind: 'choice', several: !pieces.some(({ right }) => right), options: answersOf(pieces, set) })
  }
  if (bare.includes('=') && bare.includes('->')) {
    const sides = piecesOf(bare).map((piece) => piece.body.split('->'))
    const pairs = sides
      .filter(([left = '']) => left.trim() !== '')
      .map(([left = '', right = '']) => ({ left: set(left.trim()), right: set(right.trim()) }))
    return done({ kind: 'match', pairs, extra: sides.length - pairs.length })
  }
  const truth = /^(t|true|f|false)\s*(?:#|$)/i.exec(bare)
  if (truth) {
    const whys = bare
      .split('#')
      .slice(1, 3)
      .map((why) => set(why.trim()))
    return done({ kind: 'true-false', right: /^t/i.test(truth[1] ?? ''), whys: whys.reverse() })
  }
  return done({ kind: 'short', answers: answersOf(piecesOf(bare), set) })
}
