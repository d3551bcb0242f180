import { useTranslations } from 'next-intl'
import { shownNumber } from '@/app/_ui/blocks/shown-number'
import type { TraceNode } from '@/lib/view/trace'
import { NodeName } from './graph-node'
import { scientific } from './scientific'
import { cellsInLine } from './shown-cells'
import styles from './trace.module.css'

/** What happens at one node: formula, the same with numbers, its value, both gradients, and what the mistake made of it. */
export function NodeDetail({ node, target }: { node: TraceNode; target: string | null }) {
  const t = useTranslations('compute.trace')
  const { gradient } = node
  return (
    <div className={styles.detail}>
      <p className={styles.detailName}>
        <NodeName node={node} />
      </p>
      <dl className={styles.facts}>
        {node.formula === null ? null : (
          <>
            <dt>{t('detail.formula')}</dt>
            <dd>{shownNumber(node.formula)}</dd>
          </>
        )}
        {node.worked === null ? null : (
          <>
            <dt>{t('detail.worked')}</dt>
            <dd>{shownNumber(node.worked)}</dd>
          </>
        )}
        <dt>{t('detail.value')}</dt>
        <dd className={styles.forward}>{cellsInLine(node.value, node.shape)}</dd>
        {gradient === null ? null : (
          <>
            <dt>{t('detail.gradient', { target: target ?? '' })}</dt>
            <dd className={styles.backward}>{cellsInLine(gradient.analytic, node.shape)}</dd>
            {gradient.numeric === null ? null : (
              <>
                <dt>{t('detail.numeric')}</dt>
                <dd>
                  {cellsInLine(gradient.numeric, node.shape)}
                  {gradient.relativeError === null ? null : (
                    <span className={styles.error}>
                      {' '}
                      · {t('detail.error', { error: scientific(gradient.relativeError) })}
                    </span>
                  )}
                </dd>
              </>
            )}
          </>
        )}
        {node.mistaken === null ? null : (
          <>
            <dt className={styles.wrong}>{t('detail.mistaken')}</dt>
            <dd className={styles.wrong}>{cellsInLine(node.mistaken, node.shape)}</dd>
          </>
        )}
      </dl>
      {node.shut ? <p className={styles.shut}>{t('detail.shut')}</p> : null}
    </div>
  )
}
