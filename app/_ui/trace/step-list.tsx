import { useTranslations } from 'next-intl'
import { MathText } from '@/app/_ui/blocks/math'
import { shownNumber } from '@/app/_ui/blocks/shown-number'
import type { Trace, TraceNode } from '@/lib/view/trace'
import { computedNodes } from './frames'
import { NodeName } from './graph-node'
import { cellsInLine } from './shown-cells'
import styles from './step-list.module.css'

const isMistaken = (node: TraceNode, step: string | null): boolean =>
  step !== null && (node.id === step || node.name === step)

/** As set where it was set at publishing, else as the author wrote it. */
function Formula({ node }: { node: TraceNode }) {
  if (node.formulaMath !== null) return <MathText math={node.formulaMath} />
  return node.formula === null ? null : <code>{shownNumber(node.formula)}</code>
}

/** The worked computation as a short list; the step the mistake departs at stands out. */
export function StepList({ trace, mistaken }: { trace: Trace; mistaken: string | null }) {
  const t = useTranslations('compute.steps')
  return (
    <ol className={styles.steps} aria-label={t('label')}>
      {computedNodes(trace).map((node) => (
        <li key={node.id} className={styles.step} data-mistaken={isMistaken(node, mistaken)}>
          <span className={styles.name}>
            <NodeName node={node} />
          </span>
          <span className={styles.formula}>
            <Formula node={node} />
          </span>
          <span className={styles.value}>{cellsInLine(node.value, node.shape)}</span>
          {isMistaken(node, mistaken) ? (
            <span className={styles.slip}>
              {node.mistaken === null ? t('here') : t('had', { value: cellsInLine(node.mistaken, node.shape) })}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
