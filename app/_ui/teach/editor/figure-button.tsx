'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/app/_ui/controls/button'
import styles from './editor-desk.module.css'
import type { FigureState } from './use-figures'

/** Chooses pictures for the card; pasting and dropping them into the source does the same. */
export function FigureButton({
  state,
  onFiles,
}: {
  readonly state: FigureState
  readonly onFiles: (files: readonly File[]) => void
}) {
  const t = useTranslations('editor.figure')
  const refusals = useTranslations('teach.refusals')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp,image/avif,image/svg+xml"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button weight="quiet" busy={state.kind === 'busy'} onClick={() => input.current?.click()}>
        {t(state.kind === 'busy' ? 'busy' : 'add')}
      </Button>
      {state.kind === 'fault' ? (
        <p role="alert" className={styles.fault}>
          {t(`fault.${state.fault}`, { name: state.name })}
        </p>
      ) : null}
      {state.kind === 'refused' ? (
        <p role="alert" className={styles.fault}>
          {refusals(state.why)}
        </p>
      ) : null}
    </>
  )
}
