import { useTranslations } from 'next-intl'
import type { StartedAnew } from '@/lib/client/author-resets'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import styles from './today.module.css'

/** Tells whose cards began anew, since their author changed what they mean. */
export function AnewNotice({ decks, onTold }: { readonly decks: readonly StartedAnew[]; readonly onTold: () => void }) {
  const t = useTranslations('today')
  if (decks.length === 0) return null
  return (
    <div className={styles.notices}>
      <Notice tone="plain" title={t('anewTitle')}>
        {decks.map(({ title, cards }, i) => (
          <p key={i}>{t('anew', { title, count: cards })}</p>
        ))}
        <p>
          <Button weight="quiet" onClick={onTold}>
            {t('anewSeen')}
          </Button>
        </p>
      </Notice>
    </div>
  )
}
