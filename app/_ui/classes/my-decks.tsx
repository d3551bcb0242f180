'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { classPath } from '@/lib/client/classes'
import { decodeStandings } from '@/lib/sync/class-report'
import type { ClassView } from '@/lib/sync/class-view'
import { ButtonLink } from '../controls/button-link'
import styles from './classes.module.css'
import { usePaceWords } from './pace-words'
import { useClassReading } from './use-class-reading'

/** How far a student is with each deck of the class: what the staff sees of them, and nothing else. */
export function MyDecks({ view, mine }: { readonly view: ClassView; readonly mine: NonNullable<ClassView['mine']> }) {
  const t = useTranslations('classes.mine')
  const format = useFormatter()
  const paceWords = usePaceWords()
  const { reading } = useClassReading(classPath(view.id, 'membership'), decodeStandings)
  const standings = reading.kind === 'read' ? reading.value.decks : []
  const date = (at: number) => format.dateTime(new Date(at), { dateStyle: 'medium' })
  return (
    <section className={styles.section}>
      <h2>{t('title')}</h2>
      {view.decks.length === 0 ? <p>{t('noDecks')}</p> : null}
      <ul className={styles.list}>
        {view.decks.map(({ deck, title, cards, pace }) => {
          const own = standings.find((one) => one.deck === deck)
          const behind = own ? own.paced.wanted - own.paced.begun : 0
          return (
            <li key={deck}>
              <h3>{title}</h3>
              <p>
                {own === undefined || pace.kind === 'own' ? null : (
                  <span className={behind > 0 ? styles.behind : undefined}>
                    {behind > 0 ? t('behind', { cards: behind }) : t('onTrack')}
                    {' · '}
                  </span>
                )}
                {t('begun', { begun: own?.begun ?? 0, total: cards })}
              </p>
              <p className={styles.quiet}>
                {paceWords(pace, view.today)}
                {own && own.paced.wanted > 0 ? ` · ${t('wanted', own.paced)}` : ''}
              </p>
            </li>
          )
        })}
      </ul>
      {view.decks.length > 0 ? (
        <p className={styles.buttons}>
          <ButtonLink href="/review" weight="primary" large>
            {t('review')}
          </ButtonLink>
          <ButtonLink href="/course" large>
            {t('read')}
          </ButtonLink>
        </p>
      ) : null}
      <p className={styles.quiet}>{t('since', { date: date(mine.joinedAt) })}</p>
      {mine.seatLinkAt === null ? null : <p className={styles.quiet}>{t('seat', { date: date(mine.seatLinkAt) })}</p>}
    </section>
  )
}
