import { useTranslations } from 'next-intl'
import type { Today } from '@/lib/client/today'
import { examPage, listPage } from '../prepare/addresses'

/** The exam that comes next, with the way to its day; for whoever has none, the way to one. */
export function ExamLine({ exam }: { readonly exam: Today['exam'] }) {
  const t = useTranslations('today')
  // A plain link: the page is there without a network, what the router would ask for is not.
  if (exam === null) return <a href={listPage}>{t('examNone')}</a>
  const { id, title, daysLeft } = exam
  return (
    <>
      {daysLeft > 0
        ? t('examIn', { title, days: daysLeft })
        : daysLeft === 0
          ? t('examToday', { title })
          : t('examOver', { title })}{' '}
      <a href={examPage(id)}>{t(daysLeft > 0 ? 'examPart' : daysLeft === 0 ? 'examPrepare' : 'examScore')}</a>
    </>
  )
}
