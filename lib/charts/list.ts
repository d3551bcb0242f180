import type { BuildChart } from './build'
import { calibration } from './calibration/chart'
import { difficulty } from './difficulty/chart'
import { forecast } from './forecast/chart'
import { gradeUse } from './grade-use/chart'
import { heatMap } from './heat-map/chart'
import { hourly } from './hourly/chart'
import { knowledge } from './knowledge/chart'
import { minutesPerDay } from './minutes-per-day/chart'
import { retentionByWeek } from './retention-by-week/chart'
import { retrievability } from './retrievability/chart'
import { reviewsPerDay } from './reviews-per-day/chart'
import { stability } from './stability/chart'
import { trueRetention } from './true-retention/chart'
import { weakest } from './weakest/chart'

/** The charts of the Progress page in reading order. A new one is a folder with a `chart.ts` and a line here. */
export const charts: readonly BuildChart[] = [
  forecast,
  heatMap,
  reviewsPerDay,
  minutesPerDay,
  trueRetention,
  retentionByWeek,
  knowledge,
  weakest,
  retrievability,
  stability,
  difficulty,
  calibration,
  gradeUse,
  hourly,
]
