'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Blocks } from '@/app/_ui/blocks/blocks'
import { Button } from '@/app/_ui/controls/button'
import { ChoiceRow } from '@/app/_ui/controls/choice-row'
import type { Look } from '@/lib/client/editor/draft-reader'
import { isError } from '@/lib/core/diagnostic'
import type { Language } from '@/lib/core/language'
import { languageName } from './form-values'
import { type FrameSize, FrameWindow } from './frame-window'
import { PreviewCard, type Side } from './preview-card'
import styles from './preview-pane.module.css'

const sizes = { phone: { width: 390, height: 700 }, desktop: { width: 1280, height: 800 } } as const satisfies {
  readonly [device: string]: FrameSize
}
type Device = keyof typeof sizes

/** The card at the cursor on a phone and on a desktop, question or answer, in each language of the bank. */
export function PreviewPane({
  look,
  shown,
  language: preferred,
}: {
  readonly look: Look
  /** The last card that could be read. */
  readonly shown: Extract<Look, { kind: 'card' }> | null
  readonly language: Language
}) {
  const t = useTranslations('editor.preview')
  const [device, setDevice] = useState<Device>('phone')
  const [side, setSide] = useState<Side>('question')
  const [chosen, setChosen] = useState<Language | null>(null)
  const [round, setRound] = useState(0)
  if (look.kind === 'section')
    return (
      <div className={styles.pane}>
        <article className={styles.section} lang={look.language}>
          <h2>{look.title}</h2>
          <Blocks blocks={look.blocks} lang={look.language} />
        </article>
      </div>
    )
  const same = look.kind === 'card' && shown !== null && (look.id === shown.id || look.line === shown.line)
  const card = look.kind === 'card' ? (look.card ?? (same ? shown.card : null)) : null
  if (look.kind !== 'card' || card === null)
    return (
      <div className={styles.pane}>
        <p className={styles.none}>{t(look.kind === 'card' ? 'broken' : 'nothing')}</p>
      </div>
    )
  const languages = card.faces.map((face) => face.language)
  const language = languages.find((one) => one === (chosen ?? preferred)) ?? languages[0] ?? preferred
  const face = card.faces.find((one) => one.language === language)
  const errors = look.faults.filter(isError).length
  return (
    <div className={styles.pane} data-stale={look.card === null}>
      <div className={styles.choices}>
        <ChoiceRow
          legend={t('device')}
          name="device"
          value={device}
          options={[
            { value: 'phone', label: t('phone') },
            { value: 'desktop', label: t('desktop') },
          ]}
          onChange={setDevice}
        />
        <ChoiceRow
          legend={t('side')}
          name="side"
          value={side}
          options={[
            { value: 'question', label: t('question') },
            { value: 'answer', label: t('answer') },
          ]}
          onChange={setSide}
        />
        {languages.length < 2 ? null : (
          <ChoiceRow
            legend={t('language')}
            name="preview-language"
            value={language}
            options={languages.map((value) => ({ value, label: languageName(value), lang: value }))}
            onChange={setChosen}
          />
        )}
        <Button weight="quiet" onClick={() => setRound(round + 1)}>
          {t('again')}
        </Button>
      </div>
      {errors > 0 ? (
        <p className={styles.fault} role="status">
          {look.card === null ? t('lastGood', { count: errors }) : t('faults', { count: errors })}
        </p>
      ) : null}
      <FrameWindow size={sizes[device]} title={t(device)}>
        {face === undefined ? null : (
          <PreviewCard
            key={`${look.id} ${side} ${round} ${language}`}
            type={card.type}
            content={face.content}
            language={language}
            side={side}
            seed={`preview ${round}`}
          />
        )}
      </FrameWindow>
    </div>
  )
}
