import type { BuildChart } from './build'
import { forecast } from './forecast/chart'
import { reviewsPerDay } from './reviews-per-day/chart'
import { trueRetention } from './true-retention/chart'

/** The charts of the Progress page in reading order. A new one is a folder with a `chart.ts` and a line here. */
export const charts: readonly BuildChart[] = [forecast, reviewsPerDay, trueRetention]
