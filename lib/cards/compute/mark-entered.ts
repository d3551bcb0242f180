import { type Entered, type EnteredMark, markSteps } from '@/lib/compute/marking/first-wrong-step'
import { type Asked, markNumbers } from '@/lib/compute/marking/mark'
import { stepPrecision } from '@/lib/compute/marking/step-precision'
import { withMinus, writeKey, writeSignificant } from '@/lib/compute/marking/write-number'
import { namedNodes } from '@/lib/compute/trace/named-nodes'
import { askedOfAll, type Run } from '@/lib/compute/variants/run'
import type { Answer } from '@/lib/view/input'
import type { CellVerdict } from '@/lib/view/verdict'
import type { Occasion } from '../card-type'
import type { StepsMarked, WrongStep } from '../workings-type'
import type { Compiled } from './compiled'
import { enterable, labelOf } from './step-asks'
import { runVariant, variantOf } from './variant'

type Cells = { readonly [name: string]: readonly string[] }

const typedIn = (answer: Answer): Cells => (answer.kind === 'numbers' ? answer.cells : {})

const begun = (cells: Cells, id: string): boolean =>
  Object.hasOwn(cells, id) && (cells[id]?.some((cell) => cell.trim() !== '') ?? false)

/** What is marked: steps by trace id, asks by ask name behind a sign no trace id holds. */
const askEntry = (name: string): string => `= ${name}`

interface Entry extends Asked {
  readonly entered: Entered
}

const entriesOf = (asks: readonly (Asked & { readonly node: number })[], cells: Cells): readonly Entry[] | null => {
  const { read } = markNumbers(asks, cells)
  if (read === null) return null
  return asks.map((ask) => ({
    ...ask,
    entered: { id: ask.name, node: ask.node, asked: ask, cells: read.get(ask.name) ?? [] },
  }))
}

const stepsAsked = (compiled: Compiled, run: Run, cells: Cells) =>
  enterable(compiled, run).flatMap(({ id, node }) => {
    const value = run.nodes[node]
    if (value === undefined || !begun(cells, id)) return []
    const key = Array.from(value.data)
    return [{ ...stepPrecision(key), name: id, node, key }]
  })

const shown = (asked: Asked, cells: readonly number[]): readonly string[] =>
  cells.map((cell) => withMinus(Number.isFinite(cell) ? writeKey(asked, cell) : String(cell)))

/** As entered, but for what float64 adds to it. */
const typedCells = (cells: readonly number[]): readonly string[] =>
  cells.map((cell) => withMinus(writeSignificant(cell, 12)))

const cellVerdicts = ({ name, key, entered, ...asked }: Entry, mark: EnteredMark, typed: Cells): CellVerdict[] =>
  mark.cells.map((state, index) => ({
    part: name,
    index,
    state,
    given: typed[name]?.[index] ?? '',
    key: shown({ name, key, ...asked }, [mark.expected?.[index] ?? key[index] ?? 0])[0] ?? '',
  }))

export const markEntered = (compiled: Compiled, occasion: Occasion, answer: Answer, steps: Answer): StepsMarked => {
  const { values, run } = runVariant(compiled, variantOf(compiled, occasion))
  const { program } = compiled
  const typed = typedIn(steps)
  const asked = stepsAsked(compiled, run, typed)
  const reading = markNumbers(asked, typed)
  const named = namedNodes(program, run)
  if (reading.verdict.kind === 'unreadable') {
    const { message } = reading.verdict
    const step = named.find(({ id }) => id === message.values.part)
    const label = step === undefined ? null : labelOf(compiled, step)
    const part = label?.text || label?.math?.spoken || step?.name || ''
    const verdict = { ...reading.verdict, message: { ...message, values: { ...message.values, part } } }
    return { verdict, first: null, right: 0, of: 0, had: {} }
  }
  const stepEntries = entriesOf(asked, typed) ?? []
  const askNode = new Map(run.graph.asks.map(({ name, node }) => [name, node]))
  const asks = askedOfAll(program, run).map((ask) => ({ ...ask, node: askNode.get(ask.name) ?? 0 }))
  const answered = (entriesOf(asks, typedIn(answer)) ?? []).map((entry) => ({
    ...entry,
    entered: { ...entry.entered, id: askEntry(entry.name) },
  }))
  const entries = [...stepEntries, ...answered]
  const { marks, first } = markSteps(
    run.graph,
    values,
    run.nodes,
    entries.map(({ entered }) => entered),
  )
  const markOf = new Map(marks.map((mark) => [mark.id, mark]))
  const idOfNode = new Map(named.map(({ node, id }) => [node, id]))
  const wrongStep = (): WrongStep | null => {
    const entry = entries.find(({ entered }) => entered.id === first)
    if (entry === undefined) return null
    const node = named.find((one) => one.node === entry.entered.node)
    const place = program.ask.findIndex(({ name }) => askEntry(name) === first)
    const label = compiled.asks[place]?.label ?? (node === undefined ? null : labelOf(compiled, node))
    const expected = markOf.get(entry.entered.id)?.expected ?? null
    return {
      node: node?.id ?? '',
      label: label ?? { math: null, text: entry.name },
      shape: run.nodes[entry.entered.node]?.shape ?? [],
      given: typedCells(entry.entered.cells),
      expected: expected === null ? null : shown(entry, expected),
    }
  }
  const cells = stepEntries.flatMap((entry) => {
    const mark = markOf.get(entry.entered.id)
    return mark === undefined ? [] : cellVerdicts(entry, mark, typed)
  })
  const right = marks.filter((mark) => mark.cells.every((state) => state !== 'wrong')).length
  return {
    verdict: {
      kind: 'marked',
      right: cells.every(({ state }) => state !== 'wrong'),
      score: marks.length === 0 ? 1 : right / marks.length,
      cells,
      mistake: null,
    },
    first: wrongStep(),
    right,
    of: marks.length,
    had: Object.fromEntries(
      entries.flatMap(({ entered }) => {
        const id = idOfNode.get(entered.node)
        const mark = markOf.get(entered.id)
        return id === undefined || mark === undefined || mark.cells.every((state) => state === 'right')
          ? []
          : [[id, typedCells(entered.cells)] as const]
      }),
    ),
  }
}
