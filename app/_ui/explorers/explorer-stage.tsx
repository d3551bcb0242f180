'use client'

import { useTranslations } from 'next-intl'
import { Component, type ReactNode, Suspense, useEffect, useState } from 'react'
import type { ExplorerName } from '@/lib/view/explorer'
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

/** Where an explorer is played: it needs the reader's hands, so there is nothing to prerender. */
export function ExplorerStage({ name }: { readonly name: ExplorerName }) {
  const t = useTranslations('explorers')
  const Shown = explorers[name]
  const [here, setHere] = useState(false)
  useEffect(() => setHere(true), [])
  const waiting = <p className={styles.waiting}>{t('loading')}</p>
  return (
    <Fallback failed={<p role="alert">{t('failed')}</p>}>
      <Suspense fallback={waiting}>{here ? <Shown /> : waiting}</Suspense>
    </Fallback>
  )
}
