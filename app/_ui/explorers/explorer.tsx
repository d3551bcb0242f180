'use client'

import { useTranslations } from 'next-intl'
import { Component, type ReactNode, Suspense, useEffect, useState } from 'react'
import type { Block } from '@/lib/view/block'
import figure from '../blocks/figure.module.css'
import { type InlineContext, Inlines } from '../blocks/inline'
import styles from './explorer.module.css'
import { explorers } from './list'

/** Keeps the page when an explorer's code cannot be had, e.g. without a network. */
class Fallback extends Component<{ readonly failed: ReactNode; readonly children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.failed : this.props.children
  }
}

/** Something to play with in the notes, run by the same language and arithmetic as the questions. */
export function Explorer({
  explorer: { name, alt, caption },
  context,
}: {
  readonly explorer: Extract<Block, { kind: 'explorer' }>
  readonly context: InlineContext
}) {
  const t = useTranslations('explorers')
  const Shown = explorers[name]
  // Needs the reader's hands: there is nothing to prerender.
  const [here, setHere] = useState(false)
  useEffect(() => setHere(true), [])
  const waiting = <p className={styles.waiting}>{t('loading')}</p>
  return (
    <figure className={`${figure.figure} ${styles.explorer}`} aria-label={alt}>
      <Fallback failed={<p role="alert">{t('failed')}</p>}>
        <Suspense fallback={waiting}>{here ? <Shown /> : waiting}</Suspense>
      </Fallback>
      {caption.length > 0 && (
        <figcaption className={figure.caption}>
          <Inlines context={context}>{caption}</Inlines>
        </figcaption>
      )}
    </figure>
  )
}
