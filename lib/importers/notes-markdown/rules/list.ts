import { definition } from './definition'
import { figure } from './figure'
import { formula } from './formula'
import { gloss } from './gloss'
import { prosCons } from './pros-cons'
import { prose } from './prose'
import type { UnitRule } from './rule'
import { table } from './table'
import { threshold } from './threshold'

/** Every rule, the surest first: what one has taken, later ones leave alone. */
export const rules: readonly UnitRule[] = [threshold, gloss, prosCons, definition, formula, table, figure, prose]
