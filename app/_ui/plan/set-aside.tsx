'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import { Notice } from '../controls/notice'
import { useReading } from '../learner/use-reading'
import { Group } from '../settings/group'
import styles from './plan.module.css'
import { PlanRow } from './plan-row'
import { readSetAside } from './read-set-aside'

/** Cards taken out of the schedule, and the way back. Nothing is drawn where there are none. */
export function SetAside({ learner, language }: { readonly learner: Learner; readonly language: Language }) {
  const t = useTranslations('plan.aside')
  const read = useCallback((open: Learner) => readSetAside(open, language), [language])
  const cards = useReading(learner, read)
  const [failed, setFailed] = useState(false)
  if (cards.kind !== 'read' || cards.value.length === 0) return null
  return (
    <Group title={t('title')}>
      <p className={styles.note}>{t('hint')}</p>
      <ul className={styles.list}>
        {cards.value.map((card) => (
          <PlanRow
            key={card.id}
            deed={t('back')}
            onDo={() => void learner.put(card, 'unsuspend').then((problem) => setFailed(problem !== null))}
          >
            {card.heading.join(' › ')} · {t('lapses', { lapses: card.lapses })}
          </PlanRow>
        ))}
      </ul>
      {failed && <Notice tone="bad">{t('failed')}</Notice>}
    </Group>
  )
}
