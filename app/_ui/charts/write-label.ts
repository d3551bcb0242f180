import type { Label } from '@/lib/view/chart'
import type { MessageKey } from '@/lib/view/verdict'

/** A message of the charts in the reader's language. */
export type Say = (key: string, values: MessageKey['values']) => string

const short = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
const long = { ...short, weekday: 'short' } as const
const month = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const

/** A label in the reader's language; dates are calendar dates and have no zone. */
export const writeLabel = (label: Label, locale: string, say: Say, width: 'short' | 'long'): string => {
  switch (label.kind) {
    case 'date':
      return new Intl.DateTimeFormat(locale, width === 'long' ? long : short).format(
        new Date(`${label.date}T00:00:00Z`),
      )
    case 'month':
      return new Intl.DateTimeFormat(locale, month).format(new Date(`${label.month}-01T00:00:00Z`))
    case 'hour':
      return say('hour', { hour: label.hour })
    case 'name':
      return label.name
    case 'message':
      return say(label.message.key, label.message.values)
  }
}

export const writePercent = (share: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
