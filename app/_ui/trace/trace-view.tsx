'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react'
import { AsideButton } from '@/app/_ui/controls/aside-button'
import { useMedia } from '@/app/_ui/review/media-query'
import type { ShownCard } from '@/app/_ui/review/shown-card'
import { useLater } from '@/app/_ui/review/use-later'
import type { Trace } from '@/lib/view/trace'
import { type Frame, framesOf, seenAfter } from './frames'
import { NodeDetail } from './node-detail'
import { cellsInLine } from './shown-cells'
import styles from './trace.module.css'
import { TraceGraph } from './trace-graph'
import { TracePlayer } from './trace-player'
import { TraceTable } from './trace-table'
import { usePlayer } from './use-player'

interface TraceViewProps {
  readonly trace: Trace
  readonly mistaken: string | null
  /** Whose numbers can be changed; null where they stay. */
  readonly card: ShownCard | null
}

const loadOtherNumbers = async () => (await import('./other-numbers')).OtherNumbers

/** The run of a program: drawn, played step by step, told node by node, and as a table. */
export function TraceView({ trace: own, mistaken, card }: TraceViewProps) {
  const t = useTranslations('compute.trace')
  // With other numbers, their run; the card's own stays what it is.
  const [tried, setTried] = useState<Trace | null>(null)
  const [trying, setTrying] = useState(false)
  const OtherNumbers = useLater(trying, loadOtherNumbers)
  const trace = tried ?? own
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const frames = useMemo(() => framesOf(trace), [trace])
  const player = usePlayer(frames.length, still)
  const seen = seenAfter(frames, player.position)
  const [selected, setSelected] = useState<string | null>(null)
  const [tabled, setTabled] = useState(false)
  const node = trace.nodes.find(({ id }) => id === (selected ?? (player.playing ? null : seen.now?.node)))

  const tell = (frame: Frame | null): string => {
    const at = frame === null ? undefined : trace.nodes.find(({ id }) => id === frame.node)
    if (frame === null || at === undefined) return t('start')
    const cells = frame.pass === 'forward' ? at.value : (at.gradient?.analytic ?? [])
    return t(`told.${frame.pass}`, { name: at.name, value: cellsInLine(cells, at.shape) })
  }
  const step = (by: number) => {
    setSelected(null)
    player.seek(player.position + by)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return
    event.preventDefault()
    step(event.key === 'ArrowRight' ? 1 : -1)
  }
  const showAll = player.finish
  const show = useCallback(
    (next: Trace | null) => {
      setTried(next)
      // Numbers that change are watched where they stand, not played from the start at every key.
      if (next !== null) showAll()
    },
    [showAll],
  )
  return (
    <section className={styles.trace} aria-label={t('label')} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <p className={styles.legend} aria-hidden="true">
          <span className={styles.forward}>→ {t('legend.forward')}</span>
          {trace.target === null ? null : <span className={styles.backward}>← {t('legend.backward')}</span>}
        </p>
        {card === null ? null : (
          <AsideButton
            aria-expanded={trying}
            onClick={() => {
              setTrying(!trying)
              setTried(null)
            }}
          >
            {trying ? t('otherHide') : t('otherShow')}
          </AsideButton>
        )}
      </div>
      {trying && OtherNumbers === 'missing' ? <p className={styles.missing}>{t('otherMissing')}</p> : null}
      {trying && card !== null && OtherNumbers !== null && OtherNumbers !== 'missing' ? (
        <OtherNumbers card={card} onTrace={show} />
      ) : null}
      <TraceGraph
        trace={trace}
        seen={seen}
        selected={selected}
        mistaken={tried === null ? mistaken : null}
        label={t('graph')}
        onSelect={(id) => setSelected(id === selected ? null : id)}
      />
      <TracePlayer
        player={{ ...player, seek: (to) => step(to - player.position) }}
        count={frames.length}
        told={tell(seen.now)}
      />
      {node === undefined ? null : <NodeDetail node={node} target={trace.target} />}
      <AsideButton aria-expanded={tabled} onClick={() => setTabled(!tabled)}>
        {tabled ? t('table.hide') : t('table.show')}
      </AsideButton>
      <TraceTable trace={trace} shown={tabled} />
    </section>
  )
}
