'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { askBanks, type BankRefusal, bankPath } from '@/lib/client/banks'
import { integer, object } from '@/lib/core/decode'
import type { Language } from '@/lib/core/language'
import type { OwnBank } from '@/lib/sync/bank'
import { Button } from '../../controls/button'
import { ChoiceRow } from '../../controls/choice-row'
import { Field } from '../../controls/field'
import { Notice } from '../../controls/notice'
import styles from './banks.module.css'

const decode = object({ revision: integer(1, Number.MAX_SAFE_INTEGER) })

const choices = ['en', 'zh', 'en,zh'] as const
type Choice = (typeof choices)[number]

const choiceOf = (languages: readonly Language[]): Choice =>
  languages.length > 1 ? 'en,zh' : languages[0] === 'zh' ? 'zh' : 'en'

const languagesOf = (choice: Choice): readonly Language[] =>
  choice === 'en,zh' ? ['en', 'zh'] : choice === 'zh' ? ['zh'] : ['en']

/** What a bank says of itself: learners see it, and copies carry it. */
export function BankAboutForm({
  bank,
  onChange,
}: {
  readonly bank: OwnBank
  readonly onChange: (bank: OwnBank) => void
}) {
  const t = useTranslations('teach')
  const [about, setAbout] = useState({
    title: bank.title,
    author: bank.author,
    licence: bank.licence,
    source: bank.source,
  })
  const [spoken, setSpoken] = useState<Choice>(choiceOf(bank.languages))
  const [outcome, setOutcome] = useState<'busy' | 'saved' | BankRefusal | null>(null)
  const set = (change: Partial<typeof about>) => {
    setAbout({ ...about, ...change })
    setOutcome(null)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setOutcome('busy')
    // The order is the author's own: the first language is the bank's.
    const kept = choiceOf(bank.languages) === spoken ? bank.languages : languagesOf(spoken)
    const studies = bank.studies === undefined ? {} : { studies: bank.studies }
    const next = { ...about, title: about.title.trim(), languages: kept, ...studies }
    const body = { base: bank.revision, about: next }
    const answer = await askBanks(bankPath(bank.id), decode, { method: 'PUT', body })
    setOutcome(answer.ok ? 'saved' : answer.error)
    if (answer.ok) onChange({ ...bank, ...next, revision: answer.value.revision })
  }
  return (
    <form className={styles.aboutForm} onSubmit={(event) => void save(event)}>
      <Field
        label={t('bankTitle')}
        value={about.title}
        maxLength={200}
        onChange={(event) => set({ title: event.target.value })}
      />
      <Field
        label={t('author')}
        hint={t('authorHint')}
        value={about.author}
        maxLength={500}
        onChange={(event) => set({ author: event.target.value })}
      />
      <Field
        label={t('licence')}
        hint={t('licenceHint')}
        value={about.licence}
        maxLength={500}
        onChange={(event) => set({ licence: event.target.value })}
      />
      <Field
        label={t('source')}
        hint={t('sourceHint')}
        value={about.source}
        maxLength={2000}
        onChange={(event) => set({ source: event.target.value })}
      />
      <ChoiceRow
        legend={t('languages')}
        name="languages"
        value={spoken}
        options={choices.map((value) => ({ value, label: t(`spoken.${value === 'en,zh' ? 'both' : value}`) }))}
        onChange={(next) => {
          setSpoken(next)
          setOutcome(null)
        }}
      />
      <p className={styles.buttons}>
        <Button type="submit" busy={outcome === 'busy'} disabled={about.title.trim() === ''}>
          {t('save')}
        </Button>
        {outcome === 'saved' ? <span role="status">{t('saved')}</span> : null}
      </p>
      {outcome === null || outcome === 'busy' || outcome === 'saved' ? null : (
        <Notice tone="bad">{t(`refusals.${outcome}`)}</Notice>
      )}
    </form>
  )
}
