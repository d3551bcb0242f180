'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { BankRefusal } from '@/lib/client/banks'
import { drawPaper, type PaperQuestion, type PaperWish } from '@/lib/client/exchange/paper'
import { type PublishedBank, readPublishedBank } from '@/lib/client/exchange/published-bank'
import type { Language } from '@/lib/core/language'
import { Button } from '../../controls/button'
import { Field } from '../../controls/field'
import { Notice } from '../../controls/notice'
import { PageLoading } from '../../shell/page-loading'
import { PageRefused } from '../../shell/page-refused'
import { BankRefused } from '../banks/bank-refused'
import { Paper } from './paper'
import styles from './paper.module.css'

type Read = { readonly bank: PublishedBank } | { readonly why: BankRefusal } | null

const most = 200

/** A bank on paper: questions first, solutions on sheets of their own. The browser prints it, or keeps it as PDF. */
export function PaperPage({ id, language }: { readonly id: string; readonly language: Language }) {
  const t = useTranslations('exchange')
  const [read, setRead] = useState<Read>(null)
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again.
  useEffect(() => {
    let gone = false
    void (async () => {
      const own = await readPublishedBank(id, language)
      // A bank in the other language alone is printed in that.
      const answer = own.ok ? own : await readPublishedBank(id, language === 'en' ? 'zh' : 'en')
      if (!gone) setRead(answer.ok ? { bank: answer.value } : { why: answer.error })
    })()
    return () => {
      gone = true
    }
  }, [id, language, tries])
  return (
    <div className={styles.page}>
      <p className={styles.tools}>
        <Link href={`/teach/${id}`}>{t('paper.back')}</Link>
      </p>
      {read === null ? <PageLoading text={t('paper.loading')} /> : null}
      {read !== null && 'why' in read ? (
        <PageRefused title={t('paper.pageTitle')}>
          <BankRefused why={read.why} onRetry={() => setTries(tries + 1)} />
        </PageRefused>
      ) : null}
      {read !== null && 'bank' in read ? <Made bank={read.bank} /> : null}
    </div>
  )
}

function Made({ bank }: { readonly bank: PublishedBank }) {
  const t = useTranslations('exchange')
  const { bundle, concepts } = bank
  const [wish, setWish] = useState<PaperWish>({ seed: 'A', questions: 20, concept: null, shuffled: false })
  const [title, setTitle] = useState(bundle.title)
  const [solutions, setSolutions] = useState(true)
  const [questions, setQuestions] = useState<readonly PaperQuestion[] | 'failed' | null>(null)
  useEffect(() => {
    let gone = false
    drawPaper(bundle, wish).then(
      (drawn) => !gone && setQuestions(drawn),
      () => !gone && setQuestions('failed'),
    )
    return () => {
      gone = true
    }
  }, [bundle, wish])
  const change = (part: Partial<PaperWish>) => setWish({ ...wish, ...part })
  const used = [...concepts].filter(([id]) => bundle.cards.some((card) => card.concepts.some((one) => one === id)))
  return (
    <>
      <section className={styles.tools} aria-label={t('paper.tools')}>
        <Field
          label={t('paper.title')}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className={styles.pair}>
          <Field
            label={t('paper.count')}
            type="number"
            min={1}
            max={most}
            value={wish.questions}
            onChange={(event) =>
              change({ questions: Math.min(most, Math.max(1, Math.round(Number(event.target.value)) || 1)) })
            }
          />
          <Field
            label={t('paper.seed')}
            hint={t('paper.seedHint')}
            value={wish.seed}
            maxLength={40}
            onChange={(event) => change({ seed: event.target.value })}
          />
        </div>
        <label className={styles.choice}>
          <span>{t('paper.concept')}</span>
          <select value={wish.concept ?? ''} onChange={(event) => change({ concept: event.target.value || null })}>
            <option value="">{t('paper.allConcepts')}</option>
            {used.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={wish.shuffled}
            onChange={(event) => change({ shuffled: event.target.checked })}
          />
          <span>{t('paper.shuffled')}</span>
        </label>
        <label className={styles.tick}>
          <input type="checkbox" checked={solutions} onChange={(event) => setSolutions(event.target.checked)} />
          <span>{t('paper.solutions')}</span>
        </label>
        <p>
          <Button weight="primary" large disabled={!Array.isArray(questions)} onClick={() => window.print()}>
            {t('paper.print')}
          </Button>
        </p>
        <p className={styles.small}>{t('paper.hint')}</p>
      </section>
      {questions === 'failed' ? <Notice tone="bad">{t('paper.failed')}</Notice> : null}
      {questions !== null && questions !== 'failed' ? (
        <Paper
          title={title}
          seed={wish.seed}
          language={bundle.language}
          licence={bundle.licence}
          questions={questions}
          solutions={solutions}
        />
      ) : null}
    </>
  )
}
