'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import { Notice } from '@/app/_ui/controls/notice'
import { useAsking } from '@/app/_ui/controls/use-asking'
import { askBanks, type BankRefusal, bankPath } from '@/lib/client/banks'
import { object } from '@/lib/core/decode'
import type { BankRemark } from '@/lib/sync/bank-desk'
import styles from './changes.module.css'

const decodeDone = object<object>({})

/** What is said about a card of a draft, or about the draft as a whole, and a place to say more. */
export function Remarks({
  bank,
  card,
  remarks,
  writes,
  onChange,
}: {
  readonly bank: string
  /** Authored id; empty for the draft as a whole. */
  readonly card: string
  readonly remarks: readonly BankRemark[]
  /** Whoever asks writes the draft, and so settles every remark. */
  readonly writes: boolean
  readonly onChange: () => void
}) {
  const t = useTranslations('publish.remarks')
  const refusals = useTranslations('teach.refusals')
  const field = useId()
  const { place, asking: saying, ask: begin } = useAsking()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<BankRefusal | null>(null)
  const path = `${bankPath(bank)}/remarks`
  const send = async (to: string, method: 'POST' | 'PUT', body: unknown) => {
    setBusy(true)
    const answer = await askBanks(to, decodeDone, { method, body })
    setBusy(false)
    setRefused(answer.ok ? null : answer.error)
    if (answer.ok) onChange()
    return answer.ok
  }
  const leave = () => {
    begin(false)
    setText('')
  }
  const say = async () => {
    if (text.trim() !== '' && (await send(path, 'POST', { card, text: text.trim() }))) leave()
  }
  const here = remarks.filter((remark) => remark.card === card)
  return (
    <div className={styles.remarks}>
      {here.length === 0 ? null : (
        <ul className={styles.list}>
          {here.map((remark) => (
            <Remark
              key={remark.id}
              remark={remark}
              settles={writes || remark.mine}
              busy={busy}
              onSettle={(done) => void send(`${path}/${remark.id}`, 'PUT', { done })}
            />
          ))}
        </ul>
      )}
      <div ref={place}>
        {saying ? (
          <div className={styles.words}>
            <label className={styles.label} htmlFor={field}>
              {card === '' ? t('whole') : t('about', { card })}
            </label>
            <textarea
              id={field}
              className={styles.note}
              rows={2}
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <p className={styles.buttons}>
              <Button busy={busy} disabled={text.trim() === ''} onClick={() => void say()}>
                {t('say')}
              </Button>
              <Button weight="quiet" onClick={leave}>
                {t('leave')}
              </Button>
            </p>
          </div>
        ) : (
          <p>
            <Button weight="quiet" onClick={() => begin(true)}>
              {card === '' ? t('addWhole') : t('add', { card })}
            </Button>
          </p>
        )}
      </div>
      {refused ? <Notice tone="bad">{refusals(refused)}</Notice> : null}
    </div>
  )
}

function Remark({
  remark,
  settles,
  busy,
  onSettle,
}: {
  readonly remark: BankRemark
  readonly settles: boolean
  readonly busy: boolean
  readonly onSettle: (done: boolean) => void
}) {
  const t = useTranslations('publish.remarks')
  const format = useFormatter()
  const { by, at, text, done } = remark
  return (
    <li className={styles.remark} data-done={done}>
      <p className={styles.about}>
        {by ?? t('gone')} · {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
        {done ? ` · ${t('done')}` : ''}
      </p>
      <p className={styles.said}>{text}</p>
      {settles ? (
        <p>
          <Button weight="quiet" busy={busy} onClick={() => onSettle(!done)}>
            {t(done ? 'reopen' : 'settle')}
          </Button>
        </p>
      ) : null}
    </li>
  )
}
