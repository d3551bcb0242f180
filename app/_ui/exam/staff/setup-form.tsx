'use client'

import { useTranslations } from 'next-intl'
import { admissionKinds } from '@/lib/exam/admission'
import { keysAt } from '@/lib/exam/feedback'
import { instantOf, localOf } from '@/lib/exam/local-time'
import { type ExamSetup, feedbackKinds, feedbackTimes, mostForms } from '@/lib/exam/setup'
import { Button } from '../../controls/button'
import { Check } from './check'
import { Labelled, NumberLine } from './labelled'
import styles from './staff.module.css'

interface SetupFormProps {
  readonly setup: ExamSetup
  readonly labels: readonly string[]
  /** Published: what was frozen with the questions stays. */
  readonly frozen: boolean
  readonly readOnly: boolean
  readonly onChange: (setup: ExamSetup) => void
}

const knownZone = (zone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}

/** Times and rules of an exam. Times are those of a clock on the wall of the exam's zone. */
export function SetupForm({ setup, labels, frozen, readOnly, onChange }: SetupFormProps) {
  const t = useTranslations('examining.setup')
  const put = (change: Partial<ExamSetup>) => onChange({ ...setup, ...change })
  const zone = knownZone(setup.zone)
  const time = (name: 'opensAt' | 'dueAt' | 'closesAt', label: string) => (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          className={styles.input}
          type="datetime-local"
          value={localOf(zone, setup[name])}
          onChange={(event) => {
            const at = instantOf(zone, event.target.value)
            if (at !== null) put({ [name]: at })
          }}
        />
      )}
    </Labelled>
  )
  const text = (name: 'title' | 'zone', label: string) => (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          className={styles.input}
          value={setup[name]}
          onChange={(event) => put({ [name]: event.target.value })}
        />
      )}
    </Labelled>
  )
  const choice = <T extends string>(
    label: string,
    value: T,
    values: readonly T[],
    words: (value: T) => string,
    then: (value: T) => void,
    disabled = false,
  ) => (
    <Labelled label={label}>
      {(id) => (
        <select
          id={id}
          className={styles.input}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const next = values.find((one) => one === event.target.value)
            if (next !== undefined) then(next)
          }}
        >
          {values.map((one) => (
            <option key={one} value={one}>
              {words(one)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
  const { feedback, accommodations } = setup
  const accommodate = (index: number, change: Partial<(typeof accommodations)[number]>) =>
    put({ accommodations: accommodations.map((one, i) => (i === index ? { ...one, ...change } : one)) })
  return (
    <fieldset className={styles.form} disabled={readOnly}>
      {text('title', t('title'))}
      {text('zone', t('zone'))}
      <Labelled label={t('instructions')} whole>
        {(id) => (
          <textarea
            id={id}
            className={styles.input}
            value={setup.instructions}
            onChange={(event) => put({ instructions: event.target.value })}
          />
        )}
      </Labelled>
      {time('opensAt', t('opens'))}
      {time('dueAt', t('due'))}
      {time('closesAt', t('closes'))}
      <NumberLine
        label={t('minutes')}
        value={setup.durationMinutes}
        least={1}
        most={1440}
        onChange={(durationMinutes) => put({ durationMinutes })}
      />
      <NumberLine
        label={t('grace')}
        value={setup.graceSeconds}
        least={0}
        most={600}
        onChange={(graceSeconds) => put({ graceSeconds })}
      />
      <Labelled label={t('code')}>
        {(id) => (
          <input
            id={id}
            className={styles.input}
            value={setup.roomCode ?? ''}
            maxLength={40}
            onChange={(event) => put({ roomCode: event.target.value.trim() === '' ? null : event.target.value })}
          />
        )}
      </Labelled>
      <NumberLine
        label={t('forms')}
        value={setup.forms}
        least={1}
        most={mostForms}
        disabled={frozen}
        onChange={(forms) => put({ forms })}
      />
      {choice(
        t('credit'),
        setup.credit,
        ['cells', 'whole'],
        (one) => t(`creditKind.${one}`),
        (credit) => put({ credit }),
        frozen,
      )}
      {choice(
        t('feedback'),
        feedback.show,
        feedbackKinds,
        (one) => t(`show.${one}`),
        (show) => put({ feedback: { ...feedback, show } }),
      )}
      {choice(
        t('when'),
        feedback.when,
        feedbackTimes,
        (one) => t(`whenKind.${one}`),
        (when) => put({ feedback: { ...feedback, when } }),
      )}
      {feedback.when === 'date' ? (
        <Labelled label={t('feedbackAt')}>
          {(id) => (
            <input
              id={id}
              className={styles.input}
              type="datetime-local"
              value={feedback.at === null ? '' : localOf(zone, feedback.at)}
              onChange={(event) => put({ feedback: { ...feedback, at: instantOf(zone, event.target.value) } })}
            />
          )}
        </Labelled>
      ) : null}
      {keysAt({ ...feedback, keysEarly: false }, setup.closesAt) === null ? null : (
        <Check
          label={t('keysEarly')}
          hint={t('keysEarlyHint')}
          checked={feedback.keysEarly}
          onChange={(keysEarly) => put({ feedback: { ...feedback, keysEarly } })}
        />
      )}
      {choice(
        t('admission'),
        setup.admission,
        admissionKinds,
        (one) => t(`admissionKind.${one}`),
        (admission) => put({ admission }),
      )}
      <p className={`${styles.about} ${styles.whole}`}>{t('admissionHint')}</p>
      <Check
        label={t('live')}
        hint={t('liveHint')}
        checked={setup.liveScore}
        onChange={(liveScore) => put({ liveScore })}
      />
      <div className={styles.whole}>
        <h2 className={styles.heading}>{t('accommodations')}</h2>
        <p className={styles.about}>{t('hint')}</p>
        <datalist id="exam-labels">
          {labels.map((label) => (
            <option key={label} value={label} />
          ))}
        </datalist>
        {accommodations.map((one, index) => (
          <div key={index} className={`${styles.row} ${styles.low}`}>
            <Labelled label={t('label')}>
              {(id) => (
                <input
                  id={id}
                  className={styles.input}
                  list="exam-labels"
                  value={one.label}
                  maxLength={60}
                  onChange={(event) => accommodate(index, { label: event.target.value })}
                />
              )}
            </Labelled>
            <NumberLine
              label={t('factor')}
              value={one.factor}
              least={1}
              most={5}
              step={0.05}
              onChange={(factor) => accommodate(index, { factor })}
            />
            <NumberLine
              label={t('breaks')}
              value={one.breakMinutes}
              least={0}
              most={240}
              onChange={(breakMinutes) => accommodate(index, { breakMinutes })}
            />
            <Button
              weight="quiet"
              onClick={() => put({ accommodations: accommodations.filter((_, i) => i !== index) })}
            >
              {t('remove')}
            </Button>
          </div>
        ))}
        <p>
          <Button
            onClick={() =>
              put({ accommodations: [...accommodations, { label: labels[0] ?? '', factor: 1.5, breakMinutes: 0 }] })
            }
          >
            {t('add')}
          </Button>
        </p>
      </div>
    </fieldset>
  )
}
