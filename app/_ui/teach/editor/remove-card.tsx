'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/controls/button'

/** Takes the card at the cursor out of the draft, once asked twice. */
export function RemoveCard({ onRemove }: { readonly onRemove: () => void }) {
  const t = useTranslations('editor.remove')
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button weight="quiet" onClick={() => setAsking(true)}>
        {t('ask')}
      </Button>
    )
  return (
    <>
      <Button onClick={onRemove}>{t('yes')}</Button>
      <Button weight="quiet" onClick={() => setAsking(false)}>
        {t('no')}
      </Button>
    </>
  )
}
