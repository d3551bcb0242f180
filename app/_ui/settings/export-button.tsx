'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { Button } from '../controls/button'

/** Everything this device knows of the learner, as one file that other programs can read. */
export function ExportButton({ learner }: { learner: Learner }) {
  const t = useTranslations('settings')
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const { events, states } = await learner.history()
    const everything = { format: 'gradeck-export-1', settings: learner.settings(), events, states }
    const address = URL.createObjectURL(new Blob([JSON.stringify(everything, null, 1)], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = 'gradeck.json'
    link.click()
    // Some browsers read the file only after the click has been handled.
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    setBusy(false)
  }
  return (
    <Button busy={busy} onClick={() => void save()}>
      {t('export')}
    </Button>
  )
}
