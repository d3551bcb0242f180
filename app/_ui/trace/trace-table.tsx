import { useTranslations } from 'next-intl'
import { shownNumber } from '@/app/_ui/blocks/shown-number'
import type { Trace } from '@/lib/view/trace'
import { NodeName } from './graph-node'
import { scientific } from './scientific'
import { cellsInLine } from './shown-cells'
import styles from './trace.module.css'

/** The same run as a table: always there for screen readers and print, on the screen when asked for. */
export function TraceTable({ trace, shown }: { trace: Trace; shown: boolean }) {
  const t = useTranslations('compute.trace.table')
  const backward = trace.target !== null
  return (
    <div className={shown ? styles.table : styles.tableHeard}>
      <table>
        <caption className="heard">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('formula')}</th>
            <th scope="col">{t('value')}</th>
            {backward ? <th scope="col">{t('gradient')}</th> : null}
            {backward ? <th scope="col">{t('numeric')}</th> : null}
            {backward ? <th scope="col">{t('error')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {[...trace.nodes]
            .sort((a, b) => a.depth - b.depth)
            .map((node) => (
              <tr key={node.id}>
                <th scope="row">
                  <NodeName node={node} />
                </th>
                <td>{node.formula === null ? t('given') : shownNumber(node.formula)}</td>
                <td>{cellsInLine(node.value, node.shape)}</td>
                {backward ? <td>{node.gradient ? cellsInLine(node.gradient.analytic, node.shape) : '–'}</td> : null}
                {backward ? (
                  <td>{node.gradient?.numeric ? cellsInLine(node.gradient.numeric, node.shape) : '–'}</td>
                ) : null}
                {backward ? (
                  <td>{node.gradient?.relativeError == null ? '–' : scientific(node.gradient.relativeError)}</td>
                ) : null}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}
