import type { Expression } from '@/lib/compute/language/expression'
import type { Ask, Program } from '@/lib/compute/language/program'
import { expressionTex } from '@/lib/compute/trace/expression-tex'
import { isSymbol, nameTex } from '@/lib/compute/trace/name-tex'
import { askId } from '@/lib/compute/trace/named-nodes'
import { askedTensors } from '@/lib/compute/variants/run'
import { storeValues } from '@/lib/compute/variants/stored-values'
import type { Typesetter } from '@/lib/content/typesetter'
import { inLanguage, type Language } from '@/lib/core/language'
import type { Compiled, CompiledAsk, NamedMath } from './compiled'
import { type Content, valueNames } from './read'

/** Steps and inner steps of loops with what they compute. */
const formulasOf = (program: Program): readonly { readonly name: string; readonly expression: Expression }[] =>
  program.steps.flatMap((step) => {
    if (step.kind === 'formula') return [{ name: step.name, expression: step.formula.expression }]
    if (step.kind === 'literal') return []
    const { carry, steps, as } = step.loop
    const inner = new Map([...carry, ...steps, ...as].map(({ name, formula }) => [name, formula.expression]))
    return [...inner].map(([name, expression]) => ({ name, expression }))
  })

const texOf = (program: Program): ReadonlyMap<string, string> =>
  new Map([...program.given, ...program.steps].flatMap(({ name, tex }) => (tex === null ? [] : [[name, tex] as const])))

const compileAsk = (ask: Ask, nameOf: (name: string) => string, set: Typesetter, language: Language): CompiledAsk => {
  const { expression } = ask.value
  const plain = ask.label === null ? null : inLanguage(ask.label, language)
  const written =
    ask.tex ??
    (plain !== null
      ? null
      : expression.kind === 'name'
        ? nameOf(expression.name)
        : isGradient(expression)
          ? expressionTex(expression, nameOf)
          : null)
  return {
    label: {
      math: written === null ? null : set.math(written, false),
      text: plain ?? (written === null ? ask.name : ''),
    },
    options: ask.choice?.map((option) => set.inline(inLanguage(option, language))) ?? null,
  }
}

const isGradient = (expression: Expression): boolean => expression.kind === 'call' && expression.name === 'grad'

/** The program as the engines need it: its words were set, and what mistakes say is looked up by name. */
const withoutWords = (program: Program): Program => ({
  ...program,
  title: null,
  prompt: null,
  // Frozen variants meet the conditions already.
  require: [],
  ask: program.ask.map((ask) => ({ ...ask, label: null, choice: ask.choice?.map(() => ({})) ?? null })),
  mistakes: program.mistakes.map((mistake) => ({ ...mistake, says: null })),
})

export const compile = (content: Content, set: Typesetter, language: Language): Compiled => {
  const { program, prompt, solution, frozen } = content
  const tex = texOf(program)
  const nameOf = (name: string) => tex.get(name) ?? nameTex(name)
  const formulas = formulasOf(program)
  const named = [...new Set([...program.given, ...program.steps, ...formulas].map(({ name }) => name))]
  const names: readonly NamedMath[] = named
    .filter((name) => tex.has(name) || isSymbol(name))
    .map((name) => ({ name, math: set.math(nameOf(name), false) }))
  const setting = { values: valueNames(program) }
  const asks = program.ask.map((ask) => compileAsk(ask, nameOf, set, language))
  const expressions = program.ask.flatMap(({ name, value: { expression } }, i) =>
    // A gradient without a name of its own is called by its formula: no need to say it twice.
    expression.kind === 'name' ||
    (isGradient(expression) && program.ask[i]?.tex === null && asks[i]?.label.math !== null)
      ? []
      : [{ name: askId(name), expression }],
  )
  return {
    program: withoutWords(program),
    variants: frozen.variants.map(({ values, run }) => {
      const tensors = askedTensors(run)
      return { given: storeValues(values), shapes: program.ask.map(({ name }) => tensors.get(name)?.shape ?? []) }
    }),
    prompt: set.blocks(inLanguage(prompt, language), setting),
    solution: solution === null ? [] : set.blocks(inLanguage(solution, language), setting),
    names: [
      ...names,
      ...program.ask.flatMap(({ name }, i) => {
        const math = asks[i]?.label.math ?? null
        return math === null ? [] : [{ name: askId(name), math }]
      }),
    ],
    formulas: [...formulas, ...expressions].map(({ name, expression }) => ({
      name,
      // Fractions at their full size: a line of the worked solution has the room.
      math: set.math(`\\displaystyle ${expressionTex(expression, nameOf)}`, false),
    })),
    asks,
    mistakes: program.mistakes.map(({ name, says }) => ({
      name,
      says: says === null ? [] : set.blocks(inLanguage(says, language), setting),
    })),
  }
}
