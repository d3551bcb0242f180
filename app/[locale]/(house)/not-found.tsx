import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/app/_ui/controls/button-link'
import { MessagePage } from '@/app/_ui/shell/message-page'

export default function NotFound() {
  const t = useTranslations('errors')
  return (
    <MessagePage title={t('notFoundTitle')} text={t('notFoundText')}>
      <ButtonLink href="/" weight="primary">
        {t('home')}
      </ButtonLink>
      <ButtonLink href="/course">{t('course')}</ButtonLink>
    </MessagePage>
  )
}
