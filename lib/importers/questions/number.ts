import type { DraftCard, Pen } from '../draft/draft'
import { isBlank, plain } from '../text/text'
import type { Asked, Question } from './question'

const mostDecimals = 12

/** Decimals a written number has: 3 for `0.125` and `1.25e-1`. */
export const decimalsOf = (written: string): number => {
  const [, fraction = '', power = '0'] = /^[^.eE]*(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/.exec(written.trim()) ?? []
  return Math.min(mostDecimals, Math.max(0, fraction.length - Number(power)))
}

/** A number that is typed in. What was accepted around it is accepted here. */
export const numberFields = (
  { text, feedback }: Question,
  { answers, unit }: Extract<Asked, { kind: 'number' }>,
  pen: Pen,
): { readonly type: string; readonly fields: DraftCard['fields'] } | null => {
  const best = answers.reduce<(typeof answers)[number] | null>(
    (most, one) => (one.share > 0 && (most === null || one.share > most.share) ? one : most),
    null,
  )
  if (best === null || !Number.isFinite(best.value)) {
    pen.tell(best === null ? 'no-right' : 'not-a-number')
    return null
  }
  const others = answers.filter((one) => one !== best && one.share > 0)
  if (others.length > 0)
    pen.tell('weights', others.map(({ written, share }) => `${written}: ${Math.round(share * 100)} %`).join(', '))
  if (answers.some((one) => one !== best && !isBlank(one.why))) pen.tell('feedback')
  const decimals = decimalsOf(best.written)
  const whole = Number.isInteger(best.value) && best.tolerance < 0.5
  const notes = [best.why, feedback].filter((one) => !isBlank(one)).map((one) => pen.set(one))
  return {
    type: 'numeric',
    fields: {
      question: pen.set(text),
      answer: best.value,
      ...(whole ? { integer: true } : { decimals }),
      ...(!whole && best.tolerance > 0.51 * 10 ** -decimals
        ? { tolerance: Number(best.tolerance.toPrecision(12)) }
        : {}),
      ...(unit === '' ? {} : { unit: pen.line(plain(unit)) }),
      ...(notes.length === 0 ? {} : { note: notes.join('\n\n') }),
    },
  }
}
