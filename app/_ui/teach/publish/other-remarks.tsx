'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import styles from './changes.module.css'
import { Remarks } from './remarks'

/** What is said about the draft as a whole, and about cards that it does not change. */
export function OtherRemarks({
  shown,
  ...talk
}: Omit<ComponentProps<typeof Remarks>, 'card'> & {
  /** Cards whose remarks stand with their changes. */
  readonly shown: readonly string[]
}) {
  const t = useTranslations('publish.remarks')
  const elsewhere = [...new Set(talk.remarks.map(({ card }) => card))].filter(
    (card) => card !== '' && !shown.includes(card),
  )
  return (
    <section className={styles.remarks}>
      <h2 className={styles.heading}>{t('title')}</h2>
      {elsewhere.map((card) => (
        <div key={card}>
          <p className={styles.id}>{card}</p>
          <Remarks {...talk} card={card} />
        </div>
      ))}
      <Remarks {...talk} card="" />
    </section>
  )
}
