import { arrangementCases } from './arrangement'
import { elementwiseCases } from './elementwise'
import { linearAlgebraCases } from './linear-algebra'
import type { OpCase } from './op-case'
import { reductionCases } from './reductions'
import { windowCases } from './windows'

export const opCases: readonly OpCase[] = [
  ...elementwiseCases,
  ...reductionCases,
  ...linearAlgebraCases,
  ...arrangementCases,
  ...windowCases,
]
