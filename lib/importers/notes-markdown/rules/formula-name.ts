import { isFiling } from '../words/topics'
import type { Place } from './rule'

const announced =
  /([^。；，,：:]{2,20}?)(?:的?(?:计算)?公式)?(?:如下|为|是|写作|定义为|计算为|is|as follows)[：:，,\s]*$/u
const ofName = /([\u4e00-\u9fff]{2,10}公式)/u
const nameless =
  /^(?:并|然后|通常|向|对|我们|使用|建议|如果|在|常用|其|该|这个|上述|以下|下面|中|其中|可以)|换元|效果|最大值/

/** What the line above a formula calls it: a name announced at its end, or a named formula. */
const nameIn = (line: string): string | null => {
  const bare = line.replace(/（[^）]*）|\([^)]*\)/g, '').trim()
  const named = ofName.exec(bare)?.[1]
  if (named !== undefined && !/^(?:常用|采用|使用|用)|如下公式$/.test(named)) return named
  const found = announced
    .exec(bare)?.[1]
    ?.replace(/^其中(?:对于)?/, '')
    .trim()
  return found === undefined || found.length < 2 || nameless.test(found) || found.includes('$') ? null : found
}

/** The name of a formula, from the line above or else the item it stands in. */
export const formulaName = (place: Place): string | null => {
  const named = nameIn(place.before)
  if (named !== null) return named
  const topic = place.topics.at(-1)
  return topic === undefined || isFiling(topic) ? null : topic
}
