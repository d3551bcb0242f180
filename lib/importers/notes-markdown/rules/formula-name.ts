import { isFiling } from '../words/topics'
import type { Place } from './rule'

/** What the line above a formula calls it, else the item it stands in. */
export const formulaName = (place: Place): string | null => {
  const line = place.before
    .replace(/（[^）]*）|\([^)]*\)/g, '')
    .replace(/(?:如下|为|是|写作|定义为|计算为|的公式|公式)?[：:，,\s]*$/, '')
    .trim()
  const clause =
    line
      .split(/[。；，,]/)
      .at(-1)
      ?.trim() ?? ''
  if (clause.length >= 2 && clause.length <= 20 && !/\$|如下|换元/.test(clause)) return clause
  const topic = place.topics.at(-1)
  return topic === undefined || isFiling(topic) ? null : topic
}
