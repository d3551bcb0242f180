'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Blocks } from '@/app/_ui/blocks/blocks'
import { AsideButton } from '@/app/_ui/controls/aside-button'
import type { ShownCard } from '@/app/_ui/review/shown-card'
import { workingsNamed } from '@/lib/cards/workings'
import type { Tried } from '@/lib/cards/workings-type'
import type { Trace } from '@/lib/view/trace'
import { GivenField } from './given-field'
import styles from './other-numbers.module.css'
import { TryingKeypad } from './trying-keypad'

type Cells = { readonly [given: string]: readonly string[] }

/**
 * The givens of a card to change, with the answer beside them; the trace around it shows the run. The float64 reference
 * computes it at every key. Nothing of it is kept.
 */
export function OtherNumbers({ card, onTrace }: { card: ShownCard; onTrace: (trace: Trace | null) => void }) {
  const t = useTranslations('compute.other')
  const words = useTranslations()
  const workings = workingsNamed(card.type)
  const givens = useMemo(() => workings?.givens(card.content, card.occasion) ?? [], [workings, card])
  const [typed, setTyped] = useState<Cells>({})
  const tried = useMemo(
    (): Tried | null => workings?.tryNumbers(card.content, card.occasion, typed) ?? null,
    [workings, card, typed],
  )
  // While a number cannot be read, the last run stays in sight.
  const [ran, setRan] = useState(tried)
  if (tried?.kind === 'ran' && tried !== ran) setRan(tried)
  useEffect(() => {
    if (tried?.kind === 'ran') onTrace(tried.trace)
  }, [tried, onTrace])
  const panel = useRef<HTMLElement>(null)
  const changed = Object.keys(typed).length > 0
  const { language } = card.occasion
  return (
    <section ref={panel} className={styles.panel} aria-label={t('label')}>
      <p className={styles.note}>{t('note')}</p>
      <div className={styles.givens}>
        {givens.map((given) => (
          <GivenField
            key={given.name}
            given={given}
            cells={typed[given.name] ?? given.cells}
            faulty={tried?.kind === 'refused' && tried.given === given.name}
            onChange={(cells) => setTyped({ ...typed, [given.name]: cells })}
          />
        ))}
      </div>
      <div className={styles.result} data-stale={tried?.kind === 'refused'}>
        <p className={styles.caption}>{t('answer')}</p>
        {ran?.kind === 'ran' ? <Blocks blocks={ran.answer} lang={language} /> : null}
      </div>
      <div className={styles.told} role="status">
        {tried?.kind === 'refused' ? (
          <>
            <p>{words(tried.message.key, { ...tried.message.values })}</p>
            {tried.detail === null ? null : (
              <p className={styles.detail} lang="en">
                {tried.detail}
              </p>
            )}
          </>
        ) : null}
      </div>
      <AsideButton disabled={!changed} onClick={() => setTyped({})}>
        {t('reset')}
      </AsideButton>
      <TryingKeypad within={panel} />
    </section>
  )
}
