import type { Learner } from '@/lib/client/learner'

/** Who keeps something without an account is a guest; a device that has synced before belongs to somebody already. */
export const beGuest = async (learner: Learner): Promise<void> => {
  if (learner.settings().guest || (await learner.store.position()).epoch !== null) return
  await learner.updateSettings({ guest: true })
}
