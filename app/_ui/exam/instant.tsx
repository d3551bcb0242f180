'use client'

import { useLocale } from 'next-intl'

const written = (at: number, locale: string, zone: string | undefined): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(at)

/** An instant in the reader's own zone and, where that differs, in the exam's. */
export const useInstant = (zone: string): ((at: number) => string) => {
  const locale = useLocale()
  return (at) => {
    const own = written(at, locale, undefined)
    const there = written(at, locale, zone)
    const open = locale === 'zh' ? '（' : ' ('
    const close = locale === 'zh' ? '）' : ')'
    return own === there ? own : `${own}${open}${there} ${zone}${close}`
  }
}
