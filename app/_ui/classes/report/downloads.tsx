'use client'

import { useTranslations } from 'next-intl'
import { classPath } from '@/lib/client/classes'
import type { Language } from '@/lib/core/language'
import styles from '../classes.module.css'

const ofGroups = ['questions', 'variants', 'concepts', 'all'] as const

/** The report as files; those that name students are for whoever may read students' data. */
export function Downloads({
  id,
  language,
  named,
}: {
  readonly id: string
  readonly language: Language
  readonly named: boolean
}) {
  const t = useTranslations('classes.report')
  const address = (name: string, query: string) => `${classPath(id, name)}?${query}&language=${language}`
  const parts = named ? (['students', ...ofGroups] as const) : ofGroups
  return (
    <section className={styles.section}>
      <h2>{t('files')}</h2>
      <ul className={styles.bullets}>
        {parts.map((part) => (
          <li key={part}>
            <a href={address('export', `part=${part}`)} download>
              {t(`file.${part}`)}
            </a>
          </li>
        ))}
        {named
          ? (['canvas', 'moodle'] as const).map((system) => (
              <li key={system}>
                <a href={address('grades', `for=${system}`)} download>
                  {t(`file.${system}`)}
                </a>
              </li>
            ))
          : null}
      </ul>
      {named ? <p className={styles.quiet}>{t('grades')}</p> : null}
    </section>
  )
}
