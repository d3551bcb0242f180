'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useId, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { asId, type DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { type Plan, presetOf } from '@/lib/schedule/plan'
import { Button } from '../controls/button'
import { useReading } from '../learner/use-reading'
import { Group } from '../settings/group'
import { Row } from '../settings/row'
import settings from '../settings/settings.module.css'
import { PlanPage } from './plan-page'
import { PresetForm } from './preset-form'
import { readDecks } from './read-decks'
import type { ChangePlan } from './use-plan'

/** How decks are studied: one preset for all, and one of its own for each deck that wants it. */
export function DeckSettings({ language }: { language: Language }) {
  return (
    <PlanPage>
      {(learner, plan, change) => <Decks learner={learner} plan={plan} change={change} language={language} />}
    </PlanPage>
  )
}

function Decks({
  learner,
  plan,
  change,
  language,
}: {
  readonly learner: Learner
  readonly plan: Plan
  readonly change: ChangePlan
  readonly language: Language
}) {
  const t = useTranslations('plan')
  const id = useId()
  const [deck, setDeck] = useState<DeckId | null>(null)
  const read = useCallback((open: Learner) => readDecks(open, language), [language])
  const decks = useReading(learner, read)
  const own = deck !== null && plan.decks.has(deck)
  const preset = presetOf(plan, deck)
  return (
    <>
      <Group title={t('whichDeck')}>
        <Row label={t('deck')} htmlFor={id} hint={deck === null ? t('allHint') : own ? t('ownHint') : t('sharedHint')}>
          <select
            id={id}
            className={settings.select}
            value={deck ?? ''}
            onChange={(event) => setDeck(event.target.value === '' ? null : asId<DeckId>(event.target.value))}
          >
            <option value="">{t('allDecks')}</option>
            {decks.kind === 'read' &&
              decks.value.map((one) => (
                <option key={one.id} value={one.id}>
                  {plan.decks.has(one.id) ? t('deckOwn', { title: one.title }) : one.title}
                </option>
              ))}
          </select>
          {deck === null ? null : own ? (
            <Button onClick={() => change({ about: 'preset', deck, preset: null })}>{t('share')}</Button>
          ) : (
            <Button onClick={() => change({ about: 'preset', deck, preset: plan.preset })}>{t('makeOwn')}</Button>
          )}
        </Row>
      </Group>
      {deck === null || own ? (
        <Group title={t('presetTitle')}>
          <PresetForm
            key={deck ?? ''}
            preset={preset}
            onChange={(next) => change({ about: 'preset', deck, preset: next })}
          />
        </Group>
      ) : null}
    </>
  )
}
