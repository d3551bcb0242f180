import { type Decoder, flag, integer, nullable, object, text } from '@/lib/core/decode'
import type { Language } from '@/lib/core/language'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Fetch, fetchJson } from './fetch-json'

/** What reminds the person, and which ways the server has. */
export interface Reminders {
  readonly pushHour: number | null
  readonly mailHour: number | null
  /** When the calendar's address was made, ms since 1970; null where there is none. */
  readonly calendarAt: number | null
  /** Key for subscribing this browser; null where the server sends no notifications. */
  readonly pushKey: string | null
  /** Whether the server could write to this person. */
  readonly mail: boolean
}

export interface Place {
  readonly language: Language
  readonly dayStartsAt: number
}

type Refused = 'offline' | 'signed-out' | 'server' | 'not-allowed'

const hour = nullable(integer(0, 23))
const hours = {
  pushHour: hour,
  mailHour: hour,
  calendarAt: nullable(integer(0, Number.MAX_SAFE_INTEGER)),
}
const decodeReminders: Decoder<Reminders> = object<Reminders>({ ...hours, pushKey: nullable(text(200)), mail: flag })
const decodeHours = object<Pick<Reminders, 'pushHour' | 'mailHour' | 'calendarAt'>>(hours)
const decodeCalendar = object<{ readonly path: string; readonly calendarAt: number }>({
  path: text(200, /^\/calendar\//),
  calendarAt: integer(0, Number.MAX_SAFE_INTEGER),
})
const anything: Decoder<unknown> = (value) => ok(value)

const placeForm = ({ language, dayStartsAt }: Place) => ({
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  language,
  dayStartsAt: String(dayStartsAt),
})

const asked = async <T>(
  fetch: Fetch,
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  decode: Decoder<T>,
  form: { readonly [field: string]: string } = {},
): Promise<Result<T, Refused>> => {
  const body = method === 'GET' ? {} : { body: JSON.stringify(form), headers: { 'content-type': 'application/json' } }
  const answer = await fetchJson(fetch, `/api/account/reminders${path}`, decode, { method, ...body })
  return answer.ok ? answer : refuse(answer.error.reason)
}

export const readReminders = (fetch: Fetch) => asked(fetch, 'GET', '', decodeReminders)

const hourText = (value: number | null) => (value === null ? '' : String(value))

export const setHours = (fetch: Fetch, place: Place, chosen: Pick<Reminders, 'pushHour' | 'mailHour'>) =>
  asked(fetch, 'PUT', '', decodeHours, {
    ...placeForm(place),
    pushHour: hourText(chosen.pushHour),
    mailHour: hourText(chosen.mailHour),
  })

export const makeCalendar = (fetch: Fetch, place: Place) =>
  asked(fetch, 'POST', '/calendar', decodeCalendar, placeForm(place))

export const removeCalendar = (fetch: Fetch) => asked(fetch, 'DELETE', '/calendar', anything)

/** Whether this browser can show notifications of this site at all. */
export const canNotify = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

const base64url = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Asks the person, subscribes this browser and tells the server. */
export const subscribe = async (fetch: Fetch, key: string): Promise<Result<unknown, Refused>> => {
  try {
    if ((await Notification.requestPermission()) !== 'granted') return refuse('not-allowed')
    const worker = await navigator.serviceWorker.ready
    const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
    return await asked(fetch, 'POST', '/push', anything, {
      endpoint: made.endpoint,
      p256dh: base64url(made.getKey('p256dh')),
      auth: base64url(made.getKey('auth')),
    })
  } catch {
    return refuse('not-allowed')
  }
}

/** Ends this browser's subscription, here and on the server. */
export const unsubscribe = async (fetch: Fetch): Promise<void> => {
  try {
    const worker = await navigator.serviceWorker.ready
    const made = await worker.pushManager.getSubscription()
    if (!made) return
    await asked(fetch, 'DELETE', '/push', anything, { endpoint: made.endpoint })
    await made.unsubscribe()
  } catch {
    // The push service tells the server by itself, the next time it is asked to deliver.
  }
}
