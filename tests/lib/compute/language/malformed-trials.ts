import { readPrograms } from '@/lib/compute/language/read-program'
import { malformedProgram } from '../../../support/malformed-programs'
import { tryProgram } from '../../../support/run-program'

const complaints = (number: number): readonly string[] => {
  const text = malformedProgram(number)
  const { programs, diagnostics } = readPrograms(text)
  const ran = tryProgram(text)
  return [
    ...(programs.includes(null) && diagnostics.length === 0 ? ['is refused without a word'] : []),
    ...(!('program' in ran) && ran.length === 0 ? ['fails without a word'] : []),
    ...diagnostics.flatMap(({ line, column, message, hint }) => [
      ...(line >= 1 && column >= 1 ? [] : [`is at fault at ${line}:${column}`]),
      ...(message === '' || hint === '' ? ['has a fault without a sentence or a cure'] : []),
    ]),
  ].map((complaint) => `program ${number} ${complaint}`)
}

const thrown = (number: number): readonly string[] => {
  try {
    return complaints(number)
  } catch (error) {
    return [`program ${number} throws ${String(error)}`]
  }
}

/** Malformed programs that throw, or that are not told where they are wrong. Soaks pass a larger count. */
export const untoldPrograms = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => thrown(first + i)).flat()
