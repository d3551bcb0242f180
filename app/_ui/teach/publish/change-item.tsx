'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type InlineContext, Inlines } from '@/app/_ui/blocks/inline'
import { ChoiceRow } from '@/app/_ui/controls/choice-row'
import type { ShownChange, ShownPart } from '@/lib/client/editor/shown-changes'
import type { Language } from '@/lib/core/language'
import styles from './changes.module.css'

/** A comparison shows no links and no numbers of a variant. */
const plain: InlineContext = { values: {}, deck: null, Inside: ({ children }) => children }

/** What became of one card: what it said, what it says, and whether its memory stays. */
export function ChangeItem({
  change,
  language,
  memory,
  children,
}: {
  readonly change: ShownChange
  readonly language: Language
  /** Null where there is nothing to decide. */
  readonly memory: { readonly anew: boolean; readonly onChange: (anew: boolean) => void } | null
  /** What is said about it. */
  readonly children?: ReactNode
}) {
  const t = useTranslations('publish')
  const types = useTranslations('editor.types')
  const { id, type, title, kind, meaning, parts } = change
  return (
    <li className={styles.item} data-change={kind}>
      <p className={styles.line}>
        <span className={styles.kind}>{t(`kind.${kind}`)}</span> <span className={styles.id}>{id}</span>{' '}
        <span className={styles.type}>{types(type)}</span>
      </p>
      {kind === 'changed' ? (
        <dl className={styles.parts}>
          {parts.map((part) => (
            <Part key={`${part.path} ${part.language}`} part={part} language={language} />
          ))}
        </dl>
      ) : (
        <p className={styles.title}>
          <Inlines context={plain}>{title}</Inlines>
        </p>
      )}
      {kind === 'moved' ? <p className={styles.about}>{t('moved')}</p> : null}
      {memory === null || kind !== 'changed' ? null : (
        <div className={styles.memory}>
          <p className={styles.about}>{t(meaning === 'changed' ? 'meaningChanged' : 'meaningKept')}</p>
          <ChoiceRow
            legend={t('memory', { card: id })}
            name={`memory ${id}`}
            value={memory.anew ? 'anew' : 'keep'}
            options={[
              { value: 'keep', label: t('keep') },
              { value: 'anew', label: t('anew') },
            ]}
            onChange={(next) => memory.onChange(next === 'anew')}
          />
        </div>
      )}
      {children}
    </li>
  )
}

function Part({ part, language }: { readonly part: ShownPart; readonly language: Language }) {
  const t = useTranslations('publish')
  const { path, segments } = part
  const lang = part.language ?? language
  return (
    <>
      <dt>
        {path.slice(1).replaceAll('/', ' › ')}
        {part.language === null ? null : ` (${part.language})`}
      </dt>
      <dd lang={lang} className={part.kind === 'data' ? styles.data : undefined}>
        {segments.map(({ kind, inline }, i) => {
          if (kind === 'same')
            return (
              <span key={i}>
                <Inlines context={plain}>{inline}</Inlines>
              </span>
            )
          return kind === 'gone' ? (
            <del key={i}>
              <span className="heard">{t('was')} </span>
              <Inlines context={plain}>{inline}</Inlines>
            </del>
          ) : (
            <ins key={i}>
              <span className="heard">{t('is')} </span>
              <Inlines context={plain}>{inline}</Inlines>
            </ins>
          )
        })}
      </dd>
    </>
  )
}
