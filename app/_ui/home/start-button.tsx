'use client'

import { ButtonLink } from '../controls/button'
import { markLearner } from './learner-mark'

/** One tap, no form: the review makes a guest when it first has something to sync. */
export function StartButton({ label }: { label: string }) {
  return (
    <ButtonLink href="/review" weight="primary" large onClick={markLearner}>
      {label}
    </ButtonLink>
  )
}
