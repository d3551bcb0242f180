'use client'

import { useTranslations } from 'next-intl'
import { ScrollFrame } from '@/app/_ui/blocks/scroll-frame'
import { Button } from '@/app/_ui/controls/button'
import { Notice } from '@/app/_ui/controls/notice'
import type { TwoVersions } from '@/lib/client/editor/merge-drafts'
import { textChange } from '@/lib/content/changes/text-change'
import styles from './both-versions.module.css'

/** A file that was changed here and elsewhere: both versions, what differs, and the choice. Nothing is lost meanwhile. */
export function BothVersions({
  files,
  onChoose,
}: {
  readonly files: readonly TwoVersions[]
  readonly onChoose: (path: string, version: 'mine' | 'theirs') => void
}) {
  const t = useTranslations('editor.both')
  return (
    <Notice tone="bad" title={t('title')}>
      <p>{t('lead')}</p>
      {files.map(({ path, mine, theirs }) => (
        <section key={path} className={styles.file}>
          <h3 className={styles.path}>{path}</h3>
          <p className={styles.legend}>
            <del>{t('onlyTheirs')}</del> · <ins>{t('onlyMine')}</ins>
          </p>
          <ScrollFrame label={path} className={styles.text}>
            {textChange(theirs ?? '', mine ?? '').map(({ kind, text }, i) =>
              kind === 'same' ? (
                <span key={i}>{text}</span>
              ) : kind === 'gone' ? (
                <del key={i}>{text}</del>
              ) : (
                <ins key={i}>{text}</ins>
              ),
            )}
          </ScrollFrame>
          <p className={styles.buttons}>
            <Button onClick={() => onChoose(path, 'mine')}>{t(mine === null ? 'mineGone' : 'mine')}</Button>
            <Button onClick={() => onChoose(path, 'theirs')}>{t(theirs === null ? 'theirsGone' : 'theirs')}</Button>
          </p>
        </section>
      ))}
    </Notice>
  )
}
