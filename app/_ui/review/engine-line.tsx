import { useTranslations } from 'next-intl'
import { scientific } from '@/app/_ui/trace/scientific'
import type { EngineReport } from '@/lib/client/compute-engine'
import styles from './card-face.module.css'
import type { EngineCheck } from './use-engine-check'

/** GPU only when every kernel of the pass ran there; anything else is the CPU and says why. */
const placeOf = (report: EngineReport) => (report.onGpu ? 'gpu' : 'cpu')

/** One line in small type: which engine runs, and once the answer is marked, how closely it agrees with the float64 key. */
export function EngineLine({ check, marked }: { check: EngineCheck; marked: boolean }) {
  const t = useTranslations('compute.engine')
  const line = (): string | null => {
    if (check.kind === 'none') return null
    if (check.kind === 'running') return marked ? t('marked.running') : t('running')
    if (check.kind === 'refused') return marked ? t(`marked.${check.reason}`) : t(check.reason)
    const { report } = check
    const place = placeOf(report)
    if (!marked) return t(`ready.${place}`)
    if (!report.agreed) return t(`marked.differs.${place}`, { agreement: scientific(report.agreement) })
    return report.agreement === 0
      ? t(`marked.exact.${place}`)
      : t(`marked.agrees.${place}`, { agreement: scientific(report.agreement) })
  }
  const words = line()
  const note = check.kind === 'report' ? check.report.note : null
  if (words === null) return null
  const told = note === null ? words : `${words} · ${t(`note.${note}`)}`
  return (
    <p className={styles.engine} data-engine={check.kind}>
      {/* Once the answer is there: a stray tap before it would lose what was typed. A plain link needs no router. */}
      {marked ? <a href="/engine">{told}</a> : told}
    </p>
  )
}
