'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { Blocks } from '../blocks/blocks'
import { Button } from '../controls/button'
import { openLearner } from '../learner/use-learner'
import { readSectionCards, type SectionCard } from './read-section-cards'
import styles from './section-cards.module.css'

type State =
  | { readonly kind: 'closed' | 'loading' | 'failed' }
  | { readonly kind: 'open'; readonly cards: readonly SectionCard[] }

/** The cards that come from a section, to be read below it; nothing here is a review. */
export function SectionCards({
  deck,
  section,
  language,
}: {
  readonly deck: DeckId
  readonly section: string
  readonly language: Language
}) {
  const t = useTranslations('course')
  const [state, setState] = useState<State>({ kind: 'closed' })
  const open = async () => {
    setState({ kind: 'loading' })
    try {
      const learner = await openLearner()
      const cards = learner.ok ? await readSectionCards(learner.value, deck, section, language) : null
      setState(cards === null ? { kind: 'failed' } : { kind: 'open', cards })
    } catch {
      setState({ kind: 'failed' })
    }
  }
  return (
    <section className={styles.cards} aria-label={t('cardsTitle')}>
      <h2 className={styles.title}>{t('cardsTitle')}</h2>
      {state.kind === 'open' ? (
        <>
          <p className={styles.lead}>{t(state.cards.length === 0 ? 'cardsNone' : 'cardsLead')}</p>
          <ol className={styles.list}>
            {state.cards.map((card) => (
              <li key={card.id} className={styles.card}>
                <Blocks blocks={card.question} lang={language} deck={deck} />
                <details className={styles.answer}>
                  <summary>{t('cardAnswer')}</summary>
                  <Blocks blocks={card.answer} lang={language} deck={deck} />
                </details>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <>
          {state.kind === 'failed' ? <p role="alert">{t('cardsFailed')}</p> : null}
          <Button busy={state.kind === 'loading'} onClick={() => void open()}>
            {t('cardsShow')}
          </Button>
        </>
      )}
    </section>
  )
}
