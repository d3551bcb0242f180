import { defaultPlan, type Plan } from '@/lib/schedule/plan'
import { defaultPreset, type Preset } from '@/lib/schedule/preset'

/** A plan with this preset for all decks, and whatever else the test is about. */
export const planOf = (preset: Partial<Preset> = {}, change: Partial<Plan> = {}): Plan => ({
  ...defaultPlan,
  preset: { ...defaultPreset, ...preset },
  ...change,
})
