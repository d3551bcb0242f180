'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '../../controls/button'
import { FileDrop } from '../../controls/file-drop'
import { Notice } from '../../controls/notice'
import styles from './notes-intake.module.css'

const endings = ['.md', '.markdown', '.txt', '.ipynb']
const mostBytes = 20 * 1024 * 1024

/** Takes notes: a file chosen or dropped, or text that is pasted. */
export function NotesIntake({ onNotes }: { readonly onNotes: (name: string, text: string) => void }) {
  const t = useTranslations('teach.notes')
  const [pasted, setPasted] = useState('')
  const [fault, setFault] = useState<'kind' | 'large' | 'unreadable' | null>(null)
  const id = useId()
  const take = async (file: File) => {
    if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) return setFault('kind')
    if (file.size > mostBytes) return setFault('large')
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
      setFault(null)
      onNotes(file.name, text)
    } catch {
      setFault('unreadable')
    }
  }
  return (
    <div className={styles.intake}>
      <FileDrop
        words={t('drop')}
        choose={t('choose')}
        hint={t('kinds')}
        endings={endings}
        onFile={(file) => void take(file)}
      />
      {fault ? <Notice tone="bad">{t(`fault.${fault}`)}</Notice> : null}
      <div className={styles.paste}>
        <label htmlFor={id} className={styles.label}>
          {t('paste')}
        </label>
        <textarea
          id={id}
          className={styles.text}
          rows={10}
          value={pasted}
          placeholder={t('placeholder')}
          onChange={(event) => setPasted(event.target.value)}
        />
        <Button weight="primary" disabled={pasted.trim() === ''} onClick={() => onNotes(t('pastedName'), pasted)}>
          {t('propose')}
        </Button>
      </div>
      <p className={styles.hint}>{t('private')}</p>
    </div>
  )
}
