'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { askExams, type ExamRefusal } from '@/lib/client/exam/ask-exams'
import { decodeCards, decodeDecks } from '@/lib/client/exam/decode-staff'
import { inLanguage, type Language } from '@/lib/core/language'
import type { AskableCard, AuthoredExam } from '@/lib/exam/protocol/staff'
import type { ExamSetup, SetupZone } from '@/lib/exam/setup'
import { Button } from '../../controls/button'
import { ExamRefused } from '../exam-refused'
import { CardChoice, type DeckName } from './card-choice'
import { Labelled, NumberLine } from './labelled'
import styles from './staff.module.css'

interface QuestionChoiceProps {
  readonly exam: AuthoredExam
  readonly setup: ExamSetup
  readonly language: Language
  readonly onChange: (setup: ExamSetup) => void
}

const letterOf = (index: number): string => String.fromCharCode(65 + (index % 26))

/** Parts of a paper and the cards in them. Cards already chosen keep their name while their deck is not open here. */
export function QuestionChoice({ exam, setup, language, onChange }: QuestionChoiceProps) {
  const t = useTranslations('examining')
  const [decks, setDecks] = useState<readonly DeckName[]>([])
  const [cards, setCards] = useState<ReadonlyMap<string, readonly AskableCard[]>>(new Map())
  const [deck, setDeck] = useState('')
  // One list of cards at a time, or a paper of many parts would repeat it.
  const [choosing, setChoosing] = useState<string | null>(null)
  const [refused, setRefused] = useState<ExamRefusal | null>(null)
  const frozen = exam.state === 'published' || !exam.mayEdit
  const wanted = [
    ...new Set([deck, ...setup.zones.flatMap(({ items }) => items.map(({ card }) => card.split('/')[0] ?? ''))]),
  ]
    .filter((one) => one !== '')
    .sort()
    .join('\n')
  useEffect(() => {
    void fetch('/api/decks')
      .then((response) => response.json())
      .then((body: unknown) => {
        const read = decodeDecks(body)
        const found = read.ok ? read.value.decks : []
        setDecks(found.map(({ id, title }) => ({ id, title: inLanguage(title, language) || id })))
        setDeck((before) => before || (found[0]?.id ?? ''))
      })
      .catch(() => setDecks([]))
  }, [language])
  useEffect(() => {
    if (!exam.mayEdit) return
    for (const one of wanted.split('\n')) {
      if (one === '' || cards.has(one)) continue
      const query = new URLSearchParams({ class: exam.classId, deck: one, language })
      void askExams(`/cards?${query}`, decodeCards).then((answer) => {
        if (answer.ok) setCards((before) => new Map([...before, [one, answer.value.cards]]))
        else if (one === deck) setRefused(answer.error)
      })
    }
  }, [wanted, cards, deck, exam.classId, exam.mayEdit, language])
  const known = new Map([...cards.values()].flat().map((card) => [card.card, card]))
  const chosen = new Set(setup.zones.flatMap(({ items }) => items.map(({ card }) => card)))
  const put = (index: number, change: Partial<SetupZone>) =>
    onChange({ ...setup, zones: setup.zones.map((zone, i) => (i === index ? { ...zone, ...change } : zone)) })
  const addPart = () => {
    const used = new Set(setup.zones.map(({ id }) => id))
    const id = Array.from({ length: 30 }, (_, i) => `p${i + 1}`).find((one) => !used.has(one)) ?? 'p99'
    const title = t('part', { letter: letterOf(setup.zones.length) })
    onChange({
      ...setup,
      zones: [...setup.zones, { id, title, take: 5, points: 1, shuffle: true, lock: false, items: [] }],
    })
  }
  return (
    <div className={styles.stack}>
      {exam.state === 'published' ? <p className={styles.about}>{t('questions.frozen')}</p> : null}
      {frozen ? null : <p className={styles.about}>{t('questions.openHint')}</p>}
      {refused === null ? null : <ExamRefused why={refused} onRetry={null} />}
      {setup.zones.map((zone, index) => (
        <section key={zone.id} className={styles.part}>
          <fieldset className={styles.form} disabled={frozen}>
            <Labelled label={t('questions.title')}>
              {(id) => (
                <input
                  id={id}
                  className={styles.input}
                  value={zone.title}
                  maxLength={200}
                  onChange={(event) => put(index, { title: event.target.value })}
                />
              )}
            </Labelled>
            <NumberLine
              label={t('questions.take')}
              value={zone.take}
              least={1}
              most={500}
              onChange={(take) => put(index, { take })}
            />
            <NumberLine
              label={t('questions.points')}
              value={zone.points}
              least={0}
              most={1000}
              step={0.5}
              onChange={(points) => put(index, { points })}
            />
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={zone.shuffle}
                onChange={(event) => put(index, { shuffle: event.target.checked })}
              />
              {t('questions.shuffle')}
            </label>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={zone.lock}
                onChange={(event) => put(index, { lock: event.target.checked })}
              />
              {t('questions.lock')}
            </label>
          </fieldset>
          <ul className={styles.list}>
            {zone.items.map((item) => {
              const card = known.get(item.card)
              const text = card?.text ?? item.card
              return (
                <li key={item.card} className={styles.row}>
                  <span className={styles.rowText}>
                    {text}
                    {card?.open ? <span className={styles.about}> · {t('questions.open')}</span> : null}
                  </span>
                  {frozen ? null : (
                    <>
                      <div className={styles.small}>
                        <NumberLine
                          label={t('questions.difficulty')}
                          value={Math.round(item.difficulty * 100)}
                          least={0}
                          most={100}
                          onChange={(percent) =>
                            put(index, {
                              items: zone.items.map((one) =>
                                one.card === item.card ? { ...one, difficulty: percent / 100 } : one,
                              ),
                            })
                          }
                        />
                      </div>
                      <Button
                        weight="quiet"
                        aria-label={t('questions.remove', { text })}
                        onClick={() => put(index, { items: zone.items.filter(({ card: one }) => one !== item.card) })}
                      >
                        ×
                      </Button>
                    </>
                  )}
                </li>
              )
            })}
          </ul>
          {frozen ? null : (
            <p className={styles.buttons}>
              {choosing === zone.id ? null : (
                <Button onClick={() => setChoosing(zone.id)}>{t('questions.choose')}</Button>
              )}
              {setup.zones.length === 1 ? null : (
                <Button
                  weight="quiet"
                  onClick={() => onChange({ ...setup, zones: setup.zones.filter((_, i) => i !== index) })}
                >
                  {t('questions.removePart')}
                </Button>
              )}
            </p>
          )}
          {frozen || choosing !== zone.id ? null : (
            <CardChoice
              decks={decks}
              deck={deck}
              cards={cards.get(deck) ?? null}
              chosen={chosen}
              onDeck={setDeck}
              onAdd={({ card, difficulty }) => put(index, { items: [...zone.items, { card, difficulty }] })}
            />
          )}
        </section>
      ))}
      {frozen ? null : (
        <p>
          <Button onClick={addPart}>{t('questions.addPart')}</Button>
        </p>
      )}
    </div>
  )
}
