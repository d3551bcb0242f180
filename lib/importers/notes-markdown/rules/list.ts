import { apposition } from './apposition'
import { code } from './code'
import { definition } from './definition'
import { figure } from './figure'
import { formula } from './formula'
import { gloss } from './gloss'
import { how } from './how'
import { inlineFormula } from './inline-formula'
import { misstatement } from './misstatement'
import { occlusion } from './occlusion'
import { procedure } from './procedure'
import { prosCons } from './pros-cons'
import { prose } from './prose'
import type { UnitRule } from './rule'
import { steps } from './steps'
import { symbols } from './symbols'
import { table } from './table'
import { threshold } from './threshold'
import { years } from './years'

/** Every rule, the surest first: what one has taken, later ones leave alone. */
export const rules: readonly UnitRule[] = [
  misstatement,
  inlineFormula,
  threshold,
  gloss,
  years,
  prosCons,
  procedure,
  steps,
  symbols,
  apposition,
  definition,
  how,
  formula,
  code,
  table,
  figure,
  occlusion,
  prose,
]
