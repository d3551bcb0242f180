import 'server-only'
import { languages } from '@/lib/core/language'
import { Refusal } from './http'
import { isZone } from './reminders/zone'
import type { ReminderPlace } from './services/reminders'

const hour = /^([01]?\d|2[0-3])$/

/** Where the person lives, from a form of texts. */
export const placeIn = (form: {
  readonly zone: string
  readonly language: string
  readonly dayStartsAt: string
}): ReminderPlace => {
  const language = languages.find((one) => one === form.language)
  if (!isZone(form.zone)) throw new Refusal(400, 'bad-zone', 'The time zone is not known here, e.g. Asia/Shanghai.')
  if (language === undefined || !hour.test(form.dayStartsAt)) {
    throw new Refusal(400, 'not-a-form', 'A reminder needs a language and the hour a day begins at.')
  }
  return { zone: form.zone, language, dayStartsAt: Number(form.dayStartsAt) }
}

/** An hour 0..23; empty means none. */
export const hourIn = (text: string): number | null => {
  if (text === '') return null
  if (!hour.test(text)) throw new Refusal(400, 'bad-hour', 'An hour is a whole number from 0 to 23.')
  return Number(text)
}
