import type { ExportLoss, ExportRow } from './exporter'

/** What a format could not keep, in English for a terminal; a page has its own words. */
export const lossWords: { readonly [L in ExportLoss]: string } = {
  unmarked: 'nobody marks it there: the answer is shown afterwards',
  frozen: 'its numbers are those of some variants, drawn once',
  workings: 'its steps, and mistakes that are recognised, stay here',
  'order-as-match': 'an order is asked as pairs with places',
  'cells-apart': 'several numbers are asked one by one',
  picture: 'a picture is not in the file',
  explorer: 'something to play with is told in words',
  'formula-plain': 'a formula stands as LaTeX where none is set',
  prose: 'sections are not exported, only cards',
}

/** One line for each card that loses something, and the counts at the end. */
export const exportSentences = (rows: readonly ExportRow[]): readonly string[] => {
  const lossy = rows.filter(({ losses, kept }) => losses.length > 0 || !kept)
  return [
    ...lossy.flatMap(({ id, kept, losses }) => [
      `${kept ? 'lossy' : 'out  '}  ${id}`,
      ...losses.map((loss) => `         ${lossWords[loss]}`),
    ]),
    '',
    `${rows.length} rows: ${rows.length - lossy.length} as they are, ${lossy.filter(({ kept }) => kept).length} with losses, ${rows.filter(({ kept }) => !kept).length} left out.`,
  ]
}
