'use client'

import { useLocale } from 'next-intl'

const written = (at: number, locale: string, style: Intl.DateTimeFormatOptions, zone: string | undefined): string =>
  new Intl.DateTimeFormat(locale, zone === undefined ? style : { ...style, timeZone: zone }).format(at)

const day = { dateStyle: 'medium' } as const
const time = { timeStyle: 'short' } as const

/** An instant in the reader's own zone and, where that differs, in the exam's: the day is said again only where it is another. */
export const useInstant = (zone: string): ((at: number) => string) => {
  const locale = useLocale()
  return (at) => {
    const own = written(at, locale, { ...day, ...time }, undefined)
    if (own === written(at, locale, { ...day, ...time }, zone)) return own
    const sameDay = written(at, locale, day, undefined) === written(at, locale, day, zone)
    const there = written(at, locale, sameDay ? time : { ...day, ...time }, zone)
    const open = locale === 'zh' ? '（' : ' ('
    const close = locale === 'zh' ? '）' : ')'
    return `${own}${open}${there} ${zone}${close}`
  }
}
