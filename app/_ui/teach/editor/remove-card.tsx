'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/controls/button'
import { useAsking } from '@/app/_ui/controls/use-asking'
import styles from './editor-desk.module.css'

/** Takes the card at the cursor out of the draft, once asked twice. */
export function RemoveCard({ onRemove }: { readonly onRemove: () => void }) {
  const t = useTranslations('editor.remove')
  const { place, asking, ask } = useAsking()
  return (
    <div ref={place} className={styles.remove} data-asking={asking}>
      {asking ? (
        <>
          <Button
            onClick={() => {
              // The next card may come to stand on the same line: it is not what was asked about.
              ask(false)
              onRemove()
            }}
          >
            {t('yes')}
          </Button>
          <Button weight="quiet" onClick={() => ask(false)}>
            {t('no')}
          </Button>
        </>
      ) : (
        <Button weight="quiet" onClick={() => ask(true)}>
          {t('ask')}
        </Button>
      )}
    </div>
  )
}
