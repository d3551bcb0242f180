'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { Pace } from '@/lib/schedule/class-pace'
import { dateOfDay } from './day'

/** A pace in one line; `today` in the zone of the class. */
export const usePaceWords = (): ((pace: Pace, today: number) => string) => {
  const t = useTranslations('classes.pace')
  const format = useFormatter()
  const date = (day: number) => format.dateTime(dateOfDay(day), { dateStyle: 'medium', timeZone: 'UTC' })
  return (pace, today) => {
    if (pace.kind === 'own') return t('own')
    if (pace.kind === 'weekly') return t('weekly', { cards: pace.cards, date: date(pace.from) })
    const coming = pace.sections.map(({ by }) => by).filter((by) => by >= today)
    return coming.length === 0 ? t('datesDone') : t('dates', { date: date(Math.min(...coming)) })
  }
}
