import { repairWording } from '../claims/wording/repair-wording'
import type { Candidate } from '../rules/rule'
import { gates } from './gates'
import { withoutTwins } from './twins'

/** Lets through only what one can learn from: each gate may turn a card away; of near-duplicates the surest stays. */
export const judge = (candidates: readonly Candidate[]): readonly Candidate[] =>
  withoutTwins(candidates.map(repairWording).filter((candidate) => gates.every(({ passes }) => passes(candidate))))
