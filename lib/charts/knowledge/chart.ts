import { type BuildChart, labelCell, message, percent, sum } from '../build'

/** Expected share of each part of the course that would be recalled today; cards never seen count as not known. */
export const knowledge: BuildChart = ({ cards }) => {
  const parts = new Map<string, { value: number; of: number }>()
  for (const { part, recall } of cards) {
    if (part === null) continue
    const found = parts.get(part) ?? { value: 0, of: 0 }
    parts.set(part, { value: found.value + (recall ?? 0), of: found.of + 1 })
  }
  const levels = [...parts].map(([name, { value, of }]) => ({
    label: { kind: 'name', name } as const,
    value: Math.round(value * 10) / 10,
    of,
  }))
  const value = sum(levels.map((level) => level.value))
  if (levels.length < 2 || value === 0) return null
  const of = sum(levels.map((level) => level.of))
  const column = message('knowledge.known')
  return {
    id: 'knowledge',
    title: message('knowledge.title', { value: Math.round(value), of, percent: percent(value / of) }),
    note: message('knowledge.note'),
    marks: { kind: 'levels', series: [{ name: column, hue: 'forward' }], levels },
    table: {
      columns: [message('knowledge.part'), column, message('unit.cardsName')],
      rows: levels.map((level) => [
        labelCell(level.label),
        { kind: 'amount', value: level.value },
        { kind: 'count', value: level.of },
      ]),
    },
  }
}
