'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { Button } from '../controls/button'
import { saveFile } from '../controls/save-file'

/** Everything this device knows of the learner, as one file that other programs can read. */
export function ExportButton({ learner }: { learner: Learner }) {
  const t = useTranslations('settings')
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const { events, states } = await learner.history()
    const everything = { format: 'gradeck-export-1', settings: learner.settings(), events, states }
    saveFile('gradeck.json', 'application/json', JSON.stringify(everything, null, 1))
    setBusy(false)
  }
  return (
    <Button busy={busy} onClick={() => void save()}>
      {t('export')}
    </Button>
  )
}
