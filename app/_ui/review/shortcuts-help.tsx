import { useTranslations } from 'next-intl'
import { Sheet } from './sheet'
import styles from './sheet.module.css'

const rows = [
  { keys: ['Space', 'Enter'], does: 'reveal' },
  { keys: ['1', '2', '3', '4'], does: 'grade' },
  { keys: ['a', '…', 'e'], does: 'choose' },
  { keys: ['←', '→'], does: 'step' },
  { keys: ['u'], does: 'undo' },
  { keys: ['?'], does: 'help' },
] as const

/** Every single-key shortcut of the review. */
export function ShortcutsHelp({ enabled, onClose }: { enabled: boolean; onClose: () => void }) {
  const t = useTranslations('review.keys')
  return (
    <Sheet title={t('title')} onClose={onClose}>
      <dl className={styles.keys}>
        {rows.map(({ keys, does }) => (
          <KeyRow key={does} keys={keys} does={t(does)} />
        ))}
      </dl>
      <p className={styles.quiet}>{enabled ? t('rest') : t('off')}</p>
    </Sheet>
  )
}

function KeyRow({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  )
}
