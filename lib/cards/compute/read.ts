import type { Program } from '@/lib/compute/language/program'
import { readProgramNode } from '@/lib/compute/language/read-program'
import { type Frozen, freezeVariants } from '@/lib/compute/variants/freeze'
import { isRandom } from '@/lib/compute/variants/sample'
import type { FieldReader } from '@/lib/content/field-reader'
import type { Setting } from '@/lib/content/typesetter'
import type { Words } from '@/lib/core/language'

export interface Content {
  readonly program: Program
  readonly prompt: Words
  readonly solution: Words | null
  readonly frozen: Frozen
}

const programFields = ['id', 'concepts', 'title', 'given', 'require', 'steps', 'ask', 'mistakes'] as const

/** Givens and top-level steps: what `{name}` in a text may show. */
export const valueNames = ({ given, steps }: Program): ReadonlySet<string> =>
  new Set([...given.map(({ name }) => name), ...steps.flatMap(({ kind, name }) => (kind === 'loop' ? [] : [name]))])

/** The texts inside a program are Markdown like all others: read here so that their faults are told. */
const readWords = (fields: FieldReader, setting: Setting): void => {
  fields.optionalWords('title')
  const mistakes = fields.optionalMap('mistakes')
  for (const name of mistakes?.keys() ?? []) {
    const mistake = mistakes?.optionalMap(name)
    mistake?.allow(mistake.keys())
    mistake?.optionalWords('says', setting)
  }
  for (const named of [fields.optionalMap('given'), fields.optionalMap('steps')])
    for (const name of named?.keys() ?? []) {
      named?.allow([name])
      const entry = named?.isMap(name) ? named.optionalMap(name) : null
      entry?.allow(entry.keys())
      entry?.optionalFormula('tex')
    }
  for (const ask of listOfMaps(fields, 'ask')) {
    ask.allow(ask.keys())
    ask.optionalWords('label')
    ask.optionalFormula('tex')
    if (ask.has('choice')) ask.wordsList('choice')
  }
}

/** Entries that are no maps (a bare expression) hold no words. */
const listOfMaps = (fields: FieldReader, key: string): readonly FieldReader[] =>
  fields.isListOfMaps(key) ? (fields.maps(key) ?? []) : []

/** Sentences about the rejected seeds, the most frequent first. */
const mainReasons = ({ rejected }: Frozen): string =>
  [...rejected]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([reason, count]) => `${reason} (${count})`)
    .join(' ')

const fewVariants = 4

let last: { readonly key: string; readonly frozen: Frozen } | null = null

/** The variants of a program. An author who writes on the prompt has the same ones as a keystroke before. */
const frozenOf = (program: Program): Frozen => {
  const key = JSON.stringify({ ...program, id: null, title: null, prompt: null })
  if (last?.key !== key) last = { key, frozen: freezeVariants(program) }
  return last.frozen
}

/** Reads a compute card: the program, its words, and the variants it may be shown with. */
export const read = (fields: FieldReader): Content | null => {
  fields.allow(programFields)
  const { program, diagnostics } = readProgramNode(fields.node, fields.source, fields.path, fields.source.file)
  fields.report(diagnostics)
  const setting = program === null ? {} : { values: valueNames(program) }
  const prompt = fields.words('prompt', setting)
  const solution = fields.optionalWords('solution', setting)
  readWords(fields, setting)
  if (program === null || prompt === null) return null
  const frozen = frozenOf(program)
  if (frozen.variants.length === 0 && frozen.faults.length > 0) {
    fields.report(frozen.faults)
    return null
  }
  if (frozen.variants.length === 0)
    return fields.fault(
      'given',
      `None of the ${frozen.tried} variants tried can be asked. ${mainReasons(frozen)}`,
      'Change ranges, conditions or mistakes so that the question tells right from wrong.',
    )
  if (isRandom(program) && frozen.variants.length < fewVariants)
    fields.fault(
      'given',
      `Only ${frozen.variants.length} of ${frozen.tried} variants can be asked. ${mainReasons(frozen)}`,
      'Widen the ranges: a learner would soon know the numbers by heart.',
      'warning',
    )
  return { program, prompt, solution, frozen }
}
