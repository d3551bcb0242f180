import type { Chart, Label } from '@/lib/view/chart'
import type { MessageKey } from '@/lib/view/verdict'
import { type ChartCard, countCell, labelCell, message } from './build'

export interface Bin {
  readonly label: Label
  /** Values below this fall in, unless an earlier bin took them. */
  readonly below: number
}

/** How many cards fall into each bin. */
export const distribution = (
  told: Pick<Chart, 'id' | 'title'> & { readonly note: MessageKey; readonly column: MessageKey },
  values: readonly number[],
  bins: readonly Bin[],
): Chart => {
  const ends = bins.map(({ below }) => below)
  const counts = new Array<number>(bins.length).fill(0)
  for (const value of values) {
    let place = 0
    while (place < ends.length - 1 && value >= (ends[place] ?? 0)) place++
    counts[place] = (counts[place] ?? 0) + 1
  }
  const bars = bins.map(({ label }, i) => ({ label, parts: [counts[i] ?? 0], emphasis: true }))
  return {
    id: told.id,
    title: told.title,
    note: told.note,
    marks: {
      kind: 'bars',
      series: [{ name: message('unit.cardsName'), hue: 'forward' }],
      bars,
      unit: message('unit.cards'),
    },
    table: {
      columns: [told.column, message('unit.cardsName')],
      rows: bars.map(({ label, parts }) => [labelCell(label), ...parts.map(countCell)]),
    },
  }
}

/** One number of every card that has it; a hundred thousand cards are gone through in one loop. */
export const valuesOf = (cards: readonly ChartCard[], value: (card: ChartCard) => number | null): readonly number[] => {
  const found: number[] = []
  for (const card of cards) {
    const own = value(card)
    if (own !== null) found.push(own)
  }
  return found
}

export const median = (values: readonly number[]): number => {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
