import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/controls/button'
import type { KeeperState } from '@/lib/client/editor/draft-keeper'
import styles from './editor-desk.module.css'

/** Where what was typed is: on the server, on its way, or on this device. */
export function SaveWord({ state, onRetry }: { readonly state: KeeperState; readonly onRetry: () => void }) {
  const t = useTranslations('editor.saving')
  const refusals = useTranslations('teach.refusals')
  const { saving, kept, taken } = state
  return (
    <div className={styles.saving} role="status" data-saving={saving.kind}>
      {saving.kind === 'waiting' ? (
        <>
          {t(kept ? 'waiting' : 'unkept')} {saving.why === 'offline' ? null : refusals(saving.why)}{' '}
          <Button weight="quiet" onClick={onRetry}>
            {t('retry')}
          </Button>
        </>
      ) : saving.kind === 'both' ? (
        t('both')
      ) : (
        <>
          {t(saving.kind)}
          {taken.length === 0 ? null : ` · ${t('taken', { files: taken.join(', ') })}`}
        </>
      )}
    </div>
  )
}
