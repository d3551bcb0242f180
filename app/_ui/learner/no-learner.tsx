'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../controls/button'
import { MessagePage } from '../shell/message-page'
import type { LearnerProblem } from './use-learner'

/** In place of a page whose learner could not be opened: what this page says of a browser that keeps nothing, or how to fetch what is missing. */
export function NoLearner({
  problem,
  title,
  text,
}: {
  readonly problem: LearnerProblem
  readonly title: string
  readonly text: string
}) {
  const t = useTranslations('shell.notLoaded')
  if (problem !== 'not-loaded') return <MessagePage title={title} text={text} />
  return (
    <MessagePage title={t('title')} text={t('text')}>
      <Button weight="primary" onClick={() => window.location.reload()}>
        {t('retry')}
      </Button>
    </MessagePage>
  )
}
