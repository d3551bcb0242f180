import type { ExportLoss, ExportRow } from '../exporter'
import type { Item } from './item'

/** What one item loses on its way, each once; `frozen` and `workings` are seen from the item itself. */
export const makeLosses = (item: Item) => {
  const losses = new Set<ExportLoss>()
  if (item.variants.some(({ number }) => number !== null)) losses.add('frozen')
  if (item.workings) losses.add('workings')
  return {
    tell: (loss: ExportLoss): void => {
      losses.add(loss)
    },
    row: (kept: boolean): ExportRow => ({ id: item.id, title: item.title, kept, losses: [...losses] }),
  }
}
