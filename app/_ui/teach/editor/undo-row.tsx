import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/controls/button'
import type { Steps } from './source/code-mirror'

/** Takes back what was done in a form or the source, and does it again. */
export function UndoRow({
  steps,
  onUndo,
  onRedo,
}: {
  readonly steps: Steps
  readonly onUndo: () => void
  readonly onRedo: () => void
}) {
  const t = useTranslations('editor.form')
  return (
    <>
      <Button weight="quiet" disabled={!steps.undo} onClick={onUndo}>
        {t('undo')}
      </Button>
      <Button weight="quiet" disabled={!steps.redo} onClick={onRedo}>
        {t('redo')}
      </Button>
    </>
  )
}
