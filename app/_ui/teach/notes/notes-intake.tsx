'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { addPictures, type DeskPicture, type PictureFault } from '@/lib/client/notes/pictures'
import { Button } from '../../controls/button'
import { FileDrop } from '../../controls/file-drop'
import { Notice } from '../../controls/notice'
import styles from './notes-intake.module.css'
import { acceptedFiles, type TakenFault, takeFiles } from './taken-files'

/** Notes with the pictures beside them, or pictures alone for notes that are open. */
export interface Taken {
  readonly notes: { readonly name: string; readonly text: string } | null
  readonly pictures: readonly DeskPicture[]
}

interface NotesIntakeProps {
  readonly onNotes: (taken: Taken) => void
  /** Pictures that are there already, for notes that are open. */
  readonly open?: readonly DeskPicture[]
}

type Fault = { readonly why: TakenFault | PictureFault; readonly name: string }

/** Takes notes: a file chosen or dropped, with its pictures, or text that is pasted. */
export function NotesIntake({ onNotes, open }: NotesIntakeProps) {
  const t = useTranslations('teach.notes')
  const [pasted, setPasted] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const [pictures, setPictures] = useState<readonly DeskPicture[]>(open ?? [])
  const id = useId()
  const take = async (files: readonly File[]) => {
    const taken = await takeFiles(files)
    const added = addPictures(pictures, taken.pictures)
    const wrong = taken.fault ?? added.fault
    setFault(wrong)
    if (wrong !== null) return
    setPictures(added.pictures)
    // Pictures alone wait for their notes, unless those are open.
    if (taken.notes !== null || open !== undefined) onNotes({ notes: taken.notes, pictures: added.pictures })
  }
  return (
    <div className={styles.intake}>
      <FileDrop
        words={t('drop')}
        choose={t('choose')}
        hint={t('kinds')}
        endings={acceptedFiles}
        several
        onFiles={(files) => void take(files)}
      />
      {fault ? <Notice tone="bad">{t(`fault.${fault.why}`, { name: fault.name })}</Notice> : null}
      {pictures.length > 0 && open === undefined ? (
        <p role="status">{t('pictures', { count: pictures.length })}</p>
      ) : null}
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
        <Button
          weight="primary"
          disabled={pasted.trim() === ''}
          onClick={() => onNotes({ notes: { name: t('pastedName'), text: pasted }, pictures })}
        >
          {t('propose')}
        </Button>
      </div>
      <p className={styles.hint}>{t('private')}</p>
    </div>
  )
}
