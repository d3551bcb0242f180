'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Tensors } from '@/app/_ui/blocks/tensors'
import type { Lab } from '@/lib/cards/authoring-type'
import type { EditorLink } from '@/lib/client/editor/editor-link'
import { Faults } from './checks-pane'
import { FindingTable } from './finding-table'
import styles from './lab-pane.module.css'

/** The entry a question stands in, as the worker reads it. */
export interface LabInput {
  readonly type: string
  /** Padded with blank lines to its place in the file. */
  readonly text: string
  readonly file: string
}

type State = { readonly kind: 'busy' } | { readonly kind: 'broken' } | { readonly kind: 'tried'; readonly lab: Lab }

const pause = 300

/** A question on twelve sets of numbers: their keys, the mistakes tried on each, and what the lint says. */
export function LabPane({
  input,
  link,
  onOpen,
}: {
  readonly input: LabInput
  /** A worker of its own, so that no keystroke waits for it. */
  readonly link: EditorLink
  readonly onOpen: (path: string, line: number) => void
}) {
  const t = useTranslations('editor.lab')
  const [state, setState] = useState<State>({ kind: 'busy' })
  const { type, text, file } = input
  useEffect(() => {
    let left = false
    const timer = setTimeout(() => {
      link.ask('lab', { type, text, file }).then(
        (lab) => {
          if (!left) setState(lab === null ? { kind: 'broken' } : { kind: 'tried', lab })
        },
        () => {
          if (!left) setState({ kind: 'broken' })
        },
      )
    }, pause)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [type, text, file, link])
  if (state.kind === 'busy') return <p role="status">{t('busy')}</p>
  if (state.kind === 'broken') return <p>{t('broken')}</p>
  const { lab } = state
  return (
    <div className={styles.lab}>
      <p>{t('kept', { kept: lab.variants.length, tried: lab.tried })}</p>
      {lab.rejected.length === 0 ? null : (
        <details>
          <summary className={styles.summary}>{t('rejected')}</summary>
          <ul className={styles.reasons} lang="en">
            {lab.rejected.slice(0, 8).map(({ why, count }) => (
              <li key={why}>
                {count} × {why}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Faults faults={lab.diagnostics.map((one) => ({ ...one, file }))} onOpen={onOpen} />
      <h3 className={styles.heading}>{t('mistakes')}</h3>
      <FindingTable lab={lab} />
      <h3 className={styles.heading}>{t('sheet')}</h3>
      <ol className={styles.sheet}>
        {lab.variants.map(({ seed, given, keys }, i) => (
          <li key={i} className={styles.variant}>
            <p className={styles.seed}>{seed === null ? t('written') : t('seed', { seed })}</p>
            <Tensors items={given} />
            <div className={styles.keys}>
              <Tensors items={keys} />
            </div>
          </li>
        ))}
      </ol>
      <p className={styles.about}>{t('engine')}</p>
    </div>
  )
}
