'use client'

import { ButtonLink } from '../controls/button'
import { startAsGuest } from './start-as-guest'

/** One tap, no form: the first sync makes a guest. */
export function StartButton({ label }: { label: string }) {
  return (
    <ButtonLink href="/review" weight="primary" large onClick={startAsGuest}>
      {label}
    </ButtonLink>
  )
}
