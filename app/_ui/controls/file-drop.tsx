'use client'

import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from './button'
import styles from './file-drop.module.css'

/** A place for a file, or for several at once: chosen with the button, or dropped. */
export function FileDrop({
  words,
  choose,
  hint,
  endings,
  several = false,
  onFiles,
  children,
}: {
  readonly words: string
  readonly choose: string
  readonly hint: string
  readonly endings: readonly string[]
  readonly several?: boolean
  /** Never none; one where `several` was left out. */
  readonly onFiles: (files: readonly File[]) => void
  readonly children?: ReactNode
}) {
  const [over, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, several ? undefined : 1)
    if (files.length > 0) onFiles(files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first.
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
      <p className={styles.words}>{words}</p>
      <Button onClick={() => chooser.current?.click()}>{choose}</Button>
      <input
        ref={chooser}
        type="file"
        accept={endings.join(',')}
        multiple={several}
        hidden
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <p className={styles.hint}>{hint}</p>
      {children}
    </div>
  )
}
