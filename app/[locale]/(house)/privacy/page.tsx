import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { PageHead } from '@/app/_ui/shell/page-head'
import { Prose } from '@/app/_ui/shell/prose'

const parts = ['device', 'server', 'classes', 'never', 'cookies', 'yours'] as const

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('privacy'))('title') }
}

export default async function PrivacyPage({ params }: LocaleParams) {
  await readLocale(params)
  const t = await getTranslations('privacy')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Prose>
        {parts.map((part) => (
          <section key={part}>
            <h2>{t(`${part}.title`)}</h2>
            <p>{t(`${part}.text`)}</p>
          </section>
        ))}
      </Prose>
    </>
  )
}
