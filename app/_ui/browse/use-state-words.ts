'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { LibraryCard } from '@/lib/search/library'
import { writePercent } from '../charts/write-label'

/** Where a card stands, in a few words. */
export const useStateWords = (today: number) => {
  const t = useTranslations('browse.state')
  const locale = useLocale()
  const memoryWord = ({ state: { memory } }: LibraryCard): string => {
    if (memory.kind !== 'review') return t(memory.kind)
    return memory.dueDay <= today ? t('due') : t('review', { days: memory.dueDay - today })
  }
  return (card: LibraryCard): readonly string[] => {
    const { suspended, buriedUntil, flag } = card.state
    return [
      memoryWord(card),
      ...(card.recall === null ? [] : [t('recall', { percent: writePercent(card.recall, locale) })]),
      ...(suspended ? [t('suspended')] : []),
      ...(buriedUntil !== null && buriedUntil > today ? [t('buried')] : []),
      ...(flag > 0 ? [t('flag', { flag })] : []),
    ]
  }
}
