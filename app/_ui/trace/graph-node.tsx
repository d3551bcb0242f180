import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { MathText } from '@/app/_ui/blocks/math'
import type { TraceNode } from '@/lib/view/trace'
import type { Seen } from './frames'
import { cellsInBox } from './shown-cells'
import styles from './trace-graph.module.css'

interface GraphNodeProps {
  readonly node: TraceNode
  readonly seen: Seen
  /** Characters of a value that fit the box. */
  readonly room: number
  readonly selected: boolean
  readonly mistaken: boolean
  readonly style: CSSProperties
  readonly onSelect: () => void
}

/** The name as set, or as written, with the pass of a loop. */
export function NodeName({ node }: { node: TraceNode }) {
  return (
    <>
      {node.math === null ? node.name : <MathText math={node.math} />}
      {node.pass === null ? null : <sub>{node.pass + 1}</sub>}
    </>
  )
}

/** One box: name, value, gradient; each number appears when it arrives. */
export function GraphNode({ node, seen, room, selected, mistaken, style, onSelect }: GraphNodeProps) {
  const t = useTranslations('compute.trace')
  const valued = seen.values.has(node.id)
  const reached = seen.gradients.has(node.id)
  const closed = node.shut && reached
  return (
    <button
      type="button"
      className={styles.node}
      style={style}
      aria-pressed={selected}
      data-node={node.id}
      data-role={node.role}
      data-now={seen.now?.node === node.id ? seen.now.pass : undefined}
      data-mistaken={mistaken}
      data-closed={closed}
      onClick={onSelect}
    >
      <span className={styles.name}>
        <NodeName node={node} />
        {node.operator === null ? null : <span className={styles.operator}>{node.operator}</span>}
      </span>
      <span className={styles.value}>{valued ? cellsInBox(node.value, node.shape, room) : '\u00a0'}</span>
      <span className={styles.gradient}>
        {closed
          ? `⊣ ${t('closed')}`
          : reached && node.gradient
            ? cellsInBox(node.gradient.analytic, node.shape, room)
            : '\u00a0'}
      </span>
    </button>
  )
}
