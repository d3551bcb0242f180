import { useTranslations } from 'next-intl'
import type { PaperQuestion } from '@/lib/client/exchange/paper'
import type { Language } from '@/lib/core/language'
import { Blocks } from '../../blocks/blocks'
import styles from './paper.module.css'
import { PaperInput } from './paper-input'

/** The sheets themselves: what is printed. */
export function Paper({
  title,
  seed,
  language,
  licence,
  questions,
  solutions,
}: {
  readonly title: string
  readonly seed: string
  readonly language: Language
  readonly licence: string
  readonly questions: readonly PaperQuestion[]
  readonly solutions: boolean
}) {
  const t = useTranslations('exchange')
  const about = t('paper.about', { count: questions.length, seed })
  return (
    <article className={styles.paper} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <section className={styles.part}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.about}>{about}</p>
        <p className={styles.name}>
          {t('paper.name')} <span className={styles.rule} />
        </p>
        <ol className={styles.questions}>
          {questions.map(({ id, presented }) => (
            <li key={id} className={styles.question}>
              <Blocks blocks={presented.question} lang={language} />
              <PaperInput input={presented.input} lang={language} />
            </li>
          ))}
        </ol>
        {licence === '' ? null : <p className={styles.about}>{licence}</p>}
      </section>
      {solutions ? (
        <section className={styles.solutions}>
          <h1 className={styles.title}>{t('paper.solutionsTitle', { title })}</h1>
          <p className={styles.about}>{about}</p>
          <ol className={styles.questions}>
            {questions.map(({ id, answer }) => (
              <li key={id} className={styles.question}>
                <Blocks blocks={answer} lang={language} />
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </article>
  )
}
