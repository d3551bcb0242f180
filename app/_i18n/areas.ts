/** The parts the interface's words are split into, so that a page carries only its own. One JSON file each per language. */
export const areas = [
  'shell',
  'blocks',
  'welcome',
  'today',
  'review',
  'compute',
  'engine',
  'progress',
  'charts',
  'course',
  'map',
  'explorers',
  'corrections',
  'account',
  'settings',
  'plan',
  'privacy',
  'licences',
  'errors',
] as const
export type Area = (typeof areas)[number]
