import type { SentenceRule } from '../rule'
import { cause } from './cause'
import { condition } from './condition'
import { contrast } from './contrast'
import { effect } from './effect'
import { listed } from './listed'
import { means } from './means'
import { naming } from './naming'
import { number } from './number'
import { purpose } from './purpose'
import { qualityOf } from './quality-of'
import { statement } from './statement'
import { stress } from './stress'
import { trait } from './trait'
import { versus } from './versus'

/** What one sentence can become, the surest first. */
export const sentenceRules: readonly SentenceRule[] = [
  naming,
  listed,
  cause,
  trait,
  qualityOf,
  contrast,
  means,
  number,
  condition,
  purpose,
  effect,
  versus,
  stress,
  statement,
]
