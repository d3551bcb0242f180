'use client'

import { useTranslations } from 'next-intl'
import { type DragEvent, useId, useRef, useState } from 'react'
import { Button } from '../../controls/button'
import { Notice } from '../../controls/notice'
import styles from './notes-intake.module.css'

const endings = ['.md', '.markdown', '.txt', '.ipynb']
const mostBytes = 20 * 1024 * 1024

/** Takes notes: a file chosen or dropped, or text that is pasted. */
export function NotesIntake({ onNotes }: { readonly onNotes: (name: string, text: string) => void }) {
  const t = useTranslations('teach.notes')
  const [pasted, setPasted] = useState('')
  const [over, setOver] = useState(false)
  const [fault, setFault] = useState<'kind' | 'large' | 'unreadable' | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const id = useId()
  const take = async (file: File | undefined) => {
    if (file === undefined) return
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
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <div className={styles.intake}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first. */}
      <div
        className={styles.drop}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className={styles.words}>{t('drop')}</p>
        <Button onClick={() => chooser.current?.click()}>{t('choose')}</Button>
        <input
          ref={chooser}
          type="file"
          accept={endings.join(',')}
          hidden
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <p className={styles.hint}>{t('kinds')}</p>
      </div>
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
