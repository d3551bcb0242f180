import { useTranslations } from 'next-intl'
import { ScrollFrame } from '@/app/_ui/blocks/scroll-frame'
import type { Lab } from '@/lib/cards/authoring-type'
import styles from './lab-pane.module.css'

const signs = { named: '✓', right: '✗', unnamed: '?', other: '≈' } as const

/** Each mistake on each variant: told apart, marked right, not recognised, or taken for another. */
export function FindingTable({ lab }: { readonly lab: Lab }) {
  const t = useTranslations('editor.lab')
  if (lab.mistakes.length === 0) return <p className={styles.about}>{t('noMistakes')}</p>
  return (
    <ScrollFrame label={t('mistakes')}>
      <table className={styles.findings}>
        <thead>
          <tr>
            <th scope="col">{t('mistake')}</th>
            {lab.variants.map((_, i) => (
              <th key={i} scope="col">
                {i + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lab.mistakes.map(({ name, tried }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {tried.map((finding, i) => (
                <td key={i} data-finding={finding.kind}>
                  <span aria-hidden="true">{signs[finding.kind]}</span>
                  <span className="heard">
                    {finding.kind === 'other'
                      ? t('finding.other', { name: finding.name })
                      : t(`finding.${finding.kind}`)}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
