import { useTranslations } from 'next-intl'
import type { Shift } from '@/lib/schedule/shift'

/** Why an interval differs from the model's, in words: chance, balance, easy days. Empty where nothing moved it. */
export const useShiftWords = (): ((shift: Shift) => string) => {
  const t = useTranslations('review.why.shift')
  const signed = (days: number) => (days > 0 ? `+${days}` : `−${-days}`)
  return (shift) => {
    const parts = (['fuzz', 'balance', 'easy'] as const).flatMap((reason) =>
      shift[reason] === 0 ? [] : [t(reason, { days: signed(shift[reason]) })],
    )
    return parts.length === 0 ? t('none') : parts.join(t('and'))
  }
}
