/** Fewer students than this tell nothing about how a question tells students apart. */
const fewest = 5

/**
 * Point-biserial correlation, -1..1, of an item with the rest of the test: the first answer to a question (right or wrong)
 * with the student's share on all other questions. Null where too few answered, or all alike.
 */
export const discrimination = (pairs: readonly { readonly right: boolean; readonly rest: number }[]): number | null => {
  const n = pairs.length
  if (n < fewest) return null
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n
  const items = pairs.map(({ right }) => (right ? 1 : 0))
  const rests = pairs.map(({ rest }) => rest)
  const [itemMean, restMean] = [mean(items), mean(rests)]
  let [together, ofItem, ofRest] = [0, 0, 0]
  for (const [at, item] of items.entries()) {
    const [x, y] = [item - itemMean, (rests[at] ?? 0) - restMean]
    together += x * y
    ofItem += x * x
    ofRest += y * y
  }
  const scale = Math.sqrt(ofItem * ofRest)
  return scale < 1e-12 ? null : together / scale
}
