import { useTranslations } from 'next-intl'
import type { LossKind } from '@/lib/importers/anki/report'
import type { ReasonKind, reasonWeights } from '@/lib/importers/reasons'
import type { ImportLoss } from '@/lib/sync/file-import'
import styles from './import.module.css'

/** Kinds that change nothing that was asked are not told as losses; `weights` of a mark are `points` here. */
type Quiet = { [K in ReasonKind]: (typeof reasonWeights)[K] extends 'told' ? K : never }[ReasonKind]
type Told = LossKind | Exclude<ReasonKind, Quiet> | 'points'

/** Every kind there are words for; one that a newer server tells is named as it is. */
const known: { readonly [K in Told]: true } = {
  sound: true,
  picture: true,
  script: true,
  media: true,
  formula: true,
  look: true,
  table: true,
  'no-front': true,
  'no-back': true,
  'no-gap': true,
  'image-occlusion': true,
  'no-note-type': true,
  'same-guid': true,
  'cannot-be-set': true,
  simplified: true,
  'no-review-log': true,
  sm2: true,
  buried: true,
  'filtered-deck': true,
  'future-review': true,
  preset: true,
  'other-preset': true,
  weights: true,
  'picture-too-large': true,
  'no-answer': true,
  'no-question': true,
  'no-right': true,
  'all-right': true,
  'not-a-card': true,
  description: true,
  'unknown-type': true,
  'not-a-number': true,
  'formula-unknown': true,
  'no-dataset': true,
  'too-long': true,
  twin: true,
  unclosed: true,
  missing: true,
  'self-judged': true,
  points: true,
  'several-right': true,
  'options-cut': true,
  'two-options': true,
  distractors: true,
  feedback: true,
  hints: true,
  tolerance: true,
  unit: true,
  'dataset-choice': true,
  schedule: true,
  link: true,
}

/** Whether there are words for a kind of loss; one that a newer server tells has none. */
export const isKnownLoss = (kind: string): kind is Told => Object.hasOwn(known, kind)

/** What is left out and what comes otherwise than it was, by reason. */
export function Losses({ losses }: { readonly losses: readonly ImportLoss[] }) {
  const t = useTranslations('import')
  if (losses.length === 0) return <p>{t('lossless')}</p>
  return (
    <>
      {(['out', 'changed'] as const).map((left) => {
        const rows = losses.filter((loss) => loss.left === left)
        if (rows.length === 0) return null
        return (
          <section key={left} className={styles.losses}>
            <h3 className={styles.heading}>{t(`left.${left}`)}</h3>
            {rows.map(({ kind, count, examples }) => (
              <details key={kind} className={styles.more}>
                <summary>
                  {isKnownLoss(kind) ? t(`loss.${kind}`) : kind} <span className={styles.number}>{count}</span>
                </summary>
                {examples.length === 0 ? null : (
                  <ul className={styles.notes}>
                    {examples.map((example) => (
                      <li key={example}>{example}</li>
                    ))}
                    {count > examples.length ? <li>{t('more', { count: count - examples.length })}</li> : null}
                  </ul>
                )}
              </details>
            ))}
          </section>
        )
      })}
    </>
  )
}
