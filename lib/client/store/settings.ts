import { type Decoder, flag, nullable, object, oneOf } from '@/lib/core/decode'
import { type Language, languages } from '@/lib/core/language'
import type { LearnerDatabase } from './database'

/** What the learner chose for this device. How they study is their plan, which every device has. */
export interface Settings {
  /** Null follows the page. */
  readonly language: Language | null
  readonly singleKeyShortcuts: boolean
  /** The person wants reviews kept on the server without an account of their own. */
  readonly guest: boolean
  /** Shows how many cards are due on the icon of the installed application. */
  readonly badge: boolean
}

export const defaultSettings: Settings = {
  language: null,
  singleKeyShortcuts: true,
  guest: false,
  badge: false,
}

const decodeSettings: Decoder<Settings> = object<Settings>({
  language: nullable(oneOf(languages)),
  singleKeyShortcuts: flag,
  guest: flag,
  badge: flag,
})

/** The stored settings; what an older version did not know, or wrote wrongly, has its default. */
export const readSettings = async (db: LearnerDatabase): Promise<Settings> =>
  fromStored(await db.get('meta', 'settings'))

const fromStored = (stored: unknown): Settings => {
  const merged = { ...defaultSettings, ...(typeof stored === 'object' ? stored : null) }
  const read = decodeSettings(merged)
  return read.ok ? read.value : defaultSettings
}

/**
 * Changes what is stored, whoever stored it: another tab may have chosen something meanwhile. Returns what holds now.
 *
 * @throws when a value is outside its range: the form lets none through.
 */
export const changeSettings = async (db: LearnerDatabase, change: Partial<Settings>): Promise<Settings> => {
  const tx = db.transaction('meta', 'readwrite')
  const read = decodeSettings({ ...fromStored(await tx.store.get('settings')), ...change })
  if (read.ok) await tx.store.put(read.value, 'settings')
  await tx.done
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}
