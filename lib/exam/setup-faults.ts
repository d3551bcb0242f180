import type { ExamSetup } from './setup'

/** Why a setup cannot be published: a key of the interface's words and what is put into them. */
export interface SetupFault {
  readonly key:
    | 'title'
    | 'order'
    | 'window'
    | 'noQuestions'
    | 'emptyZone'
    | 'twice'
    | 'noPoints'
    | 'feedbackDate'
    | 'zoneName'
    | 'feedbackBeforeEnd'
    | 'marksBeforeEnd'
    | 'liveNever'
  /** The zone or card at fault; empty where it is the whole. */
  readonly at: string
  readonly severity: 'error' | 'warning'
}

/** Everything that stands against publishing, and what an author should know before. `knownZone` asks the platform. */
export const setupFaults = (setup: ExamSetup, knownZone: (name: string) => boolean): readonly SetupFault[] => {
  const faults: SetupFault[] = []
  const error = (key: SetupFault['key'], at = '') => faults.push({ key, at, severity: 'error' })
  const warning = (key: SetupFault['key']) => faults.push({ key, at: '', severity: 'warning' })
  if (setup.title.trim() === '') error('title')
  if (!(setup.opensAt < setup.dueAt && setup.dueAt <= setup.closesAt)) error('order')
  if (!knownZone(setup.zone)) error('zoneName', setup.zone)
  if (setup.zones.every(({ items }) => items.length === 0)) error('noQuestions')
  const seen = new Set<string>()
  for (const { title, items } of setup.zones) {
    if (items.length === 0) error('emptyZone', title)
    for (const { card } of items) {
      if (seen.has(card)) error('twice', card)
      seen.add(card)
    }
  }
  if (setup.zones.every(({ points }) => points === 0)) error('noPoints')
  if (setup.feedback.when === 'date' && setup.feedback.at === null) error('feedbackDate')
  if (setup.dueAt - setup.opensAt < setup.durationMinutes * 60_000) warning('window')
  const early = setup.feedback.when === 'date' && setup.feedback.at !== null && setup.feedback.at < setup.closesAt
  if (setup.feedback.show !== 'none' && (setup.feedback.when === 'handed-in' || early)) {
    const keys = setup.feedback.show === 'full' && setup.feedback.keysEarly
    warning(keys ? 'feedbackBeforeEnd' : 'marksBeforeEnd')
  }
  if (setup.liveScore && !setup.zones.slice(0, -1).some(({ lock }) => lock)) warning('liveNever')
  return faults
}
