import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { MessagesFor } from '@/app/_i18n/messages-for'
import type { Language } from '@/lib/core/language'
import { ButtonLink } from '../controls/button-link'
import { Brand } from '../shell/brand'
import { LanguageLink } from '../shell/language-link'
import styles from './welcome.module.css'
import { WelcomeCard } from './welcome-card'

const columns = ['learn', 'teach', 'prepare'] as const

/** What a stranger sees: one sentence, one question that answers back, one button. */
export function Welcome({ language, card }: { language: Language; card: ComponentProps<typeof WelcomeCard> }) {
  const t = useTranslations('welcome')
  const shell = useTranslations('shell')
  return (
    <div className={styles.welcome}>
      <section className={styles.words}>
        <header className={styles.head}>
          <Brand />
          <div className={styles.ways}>
            <LanguageLink to={language === 'zh' ? 'en' : 'zh'} label={shell('switchLanguage')} />
            <Link className={styles.way} href="/sign-in" prefetch={false}>
              {t('signIn')}
            </Link>
          </div>
        </header>
        <div className={styles.pitch}>
          <h1 className={styles.headline}>{t('headline')}</h1>
          <p className={styles.lead}>{t('lead')}</p>
          <div className={styles.start}>
            <ButtonLink href="/review" weight="primary" large>
              {t('start')}
            </ButtonLink>
            <span className={styles.aside}>{t('noAccount')}</span>
          </div>
        </div>
        <div className={styles.columns}>
          {columns.map((column) => (
            <div key={column}>
              <h2 className={styles.column}>{t(`${column}.title`)}</h2>
              <p className={styles.text}>{t(`${column}.text`)}</p>
            </div>
          ))}
        </div>
        <footer className={styles.foot}>
          <Link href="/privacy" prefetch={false}>
            {t('privacy')}
          </Link>
        </footer>
      </section>
      <section className={styles.card} aria-label={t('try')}>
        <p className={styles.try}>{t('try')}</p>
        <MessagesFor areas={['compute', 'review', 'welcome']}>
          <WelcomeCard {...card} />
        </MessagesFor>
      </section>
    </div>
  )
}
