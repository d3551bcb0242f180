'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useMedia } from '@/app/_ui/review/media-query'
import type { Trace } from '@/lib/view/trace'
import { type Frame, framesOf, seenAfter } from './frames'
import { NodeDetail } from './node-detail'
import { cellsInLine } from './shown-cells'
import styles from './trace.module.css'
import { TraceGraph } from './trace-graph'
import { TracePlayer } from './trace-player'
import { TraceTable } from './trace-table'
import { usePlayer } from './use-player'

/** The run of a program: drawn, played step by step, told node by node, and as a table. */
export function TraceView({ trace, mistaken }: { trace: Trace; mistaken: string | null }) {
  const t = useTranslations('compute.trace')
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
  return (
    <section className={styles.trace} aria-label={t('label')} onKeyDown={onKeyDown}>
      <p className={styles.legend} aria-hidden="true">
        <span className={styles.forward}>→ {t('legend.forward')}</span>
        {trace.target === null ? null : <span className={styles.backward}>← {t('legend.backward')}</span>}
      </p>
      <TraceGraph
        trace={trace}
        seen={seen}
        selected={selected}
        mistaken={mistaken}
        label={t('graph')}
        onSelect={(id) => setSelected(id === selected ? null : id)}
      />
      <TracePlayer
        player={{ ...player, seek: (to) => step(to - player.position) }}
        count={frames.length}
        told={tell(seen.now)}
      />
      {node === undefined ? null : <NodeDetail node={node} target={trace.target} />}
      <button type="button" className={styles.toggle} aria-expanded={tabled} onClick={() => setTabled(!tabled)}>
        {tabled ? t('table.hide') : t('table.show')}
      </button>
      <TraceTable trace={trace} shown={tabled} />
    </section>
  )
}
