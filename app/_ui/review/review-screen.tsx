'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useState, useSyncExternalStore } from 'react'
import { ShortcutsEnabled, useShortcuts } from '@/app/_ui/inputs/shortcuts'
import type { SessionSnapshot, StudySession } from '@/lib/client/session-state'
import { NoDeck, Preparing } from './before-cards'
import { DoneScreen } from './done-screen'
import { PracticeDone } from './practice-done'
import { ReviewBar } from './review-bar'
import { ReviewCard } from './review-card'
import { ReviewMenu } from './review-menu'
import styles from './review-screen.module.css'
import { Sheet } from './sheet'
import { ShortcutsHelp } from './shortcuts-help'
import { SnackBar } from './snack-bar'
import { useLater } from './use-later'

const loading: SessionSnapshot = { kind: 'loading' }
// Opened seldom, so their code comes when they are, and a sitting goes on where it does not come.
const loadCorrection = async () => (await import('./suggest-correction')).SuggestCorrection
const loadLeech = async () => (await import('./leech-sheet')).LeechSheet
const loadWhy = async () => (await import('./why-date')).WhyDate

/** The daily review: one card at a time over the learner's own store, with nothing around it. */
export function ReviewScreen({
  session,
  shortcuts,
  back = '/',
  status,
}: {
  session: StudySession
  shortcuts: boolean
  /** Where closing leads. */
  back?: string
  /** Where the reviews are: saved, waiting or offline; nothing where none are kept. */
  status?: ReactNode
}) {
  const snapshot = useSyncExternalStore(session.subscribe, session.getSnapshot, () => loading)
  return (
    <ShortcutsEnabled value={shortcuts}>
      <Screen session={session} snapshot={snapshot} shortcuts={shortcuts} back={back} status={status} />
    </ShortcutsEnabled>
  )
}

function Screen({
  session,
  snapshot,
  shortcuts,
  back,
  status,
}: {
  session: StudySession
  snapshot: SessionSnapshot
  shortcuts: boolean
  back: string
  status?: ReactNode
}) {
  const t = useTranslations('review')
  const [sheet, setSheet] = useState<'why' | 'keys' | 'correct' | null>(null)
  const [marked, setMarked] = useState('')
  const [rewriting, setRewriting] = useState(false)
  const interfaceLanguage = useLocale()
  const shownId = snapshot.kind === 'card' ? snapshot.current.card.id : null
  const WhyDate = useLater(sheet === 'why', loadWhy)
  const forgotten = snapshot.kind === 'card' || snapshot.kind === 'done' ? snapshot.leech : null
  const LeechSheet = useLater(forgotten !== null, loadLeech)
  const SuggestCorrection = useLater(sheet === 'correct' || rewriting, loadCorrection)
  const explaining = useCallback(async () => (shownId === null ? null : session.explain(shownId)), [session, shownId])
  useShortcuts((key) => {
    if (sheet !== null) return false
    if (key === 'u') void session.undo()
    else if (key === '?') setSheet('keys')
    else return false
    return true
  })
  if (snapshot.kind === 'loading') return <Preparing />
  if (snapshot.kind === 'no-deck') return <NoDeck reason={snapshot.reason} />
  if (snapshot.kind === 'no-storage') return <NoDeck reason="storage" />
  // Nothing lies over an answer that is being read; the menu and `u` still take the last grade back.
  const reading = snapshot.kind === 'card' && snapshot.current.phase.kind === 'answered'
  const snack = <SnackBar frame={snapshot} resting={reading} onUndo={() => void session.undo()} />
  const { leech } = snapshot
  const leechRead = () => {
    setRewriting(false)
    session.leechRead()
  }
  const leechSheet =
    leech === null ? null : (rewriting ? SuggestCorrection : LeechSheet) === 'missing' ? (
      <Missing onClose={leechRead} />
    ) : rewriting ? (
      SuggestCorrection !== null &&
      SuggestCorrection !== 'missing' && (
        <SuggestCorrection current={leech} language={snapshot.language} marked="" onClose={leechRead} />
      )
    ) : (
      LeechSheet !== null &&
      LeechSheet !== 'missing' && (
        <LeechSheet
          leech={leech}
          language={snapshot.language}
          onPut={(deed) => void session.put(leech.card.id, deed).then(session.leechRead)}
          onRewrite={() => setRewriting(true)}
          onClose={leechRead}
        />
      )
    )
  if (snapshot.kind === 'done') {
    return (
      <div className={styles.screen}>
        <ReviewBar frame={snapshot} back={back} status={status} />
        {snapshot.practice ? (
          <PracticeDone reviewed={snapshot.summary.reviewed} back={back} />
        ) : (
          <DoneScreen summary={snapshot.summary} back={back} onMore={session.allowMoreNew} onOpen={session.openDay} />
        )}
        {snack}
        {leechSheet}
      </div>
    )
  }
  const { current, language, problem } = snapshot
  const flagged = current.state.flag !== 0
  return (
    <div className={styles.screen}>
      <ReviewBar frame={snapshot} back={back} status={status}>
        <h1 className="heard">{t('title')}</h1>
        <ReviewMenu
          actions={{
            onUndo: snapshot.undoable === null ? null : () => void session.undo(),
            flagged,
            onFlag: () => void session.flag(flagged ? 0 : 1),
            onBury: () => void session.bury(),
            onSuspend: () => void session.suspend(),
            onReset: () => void session.reset(),
            practice: snapshot.practice,
            onSkip: () => session.skip(),
            onLanguage: () => void session.setLanguage(language === 'zh' ? 'en' : 'zh'),
            onWhy: () => setSheet('why'),
            onCorrect: () => {
              setMarked(getSelection()?.toString() ?? '')
              setSheet('correct')
            },
            onKeys: () => setSheet('keys'),
          }}
        />
      </ReviewBar>
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {t(`problem.${problem}`)}
        </p>
      )}
      <ReviewCard key={`${current.eventId} ${language}`} session={session} current={current} language={language} />
      {snack}
      {leechSheet}
      {sheet === 'correct' && SuggestCorrection !== null && SuggestCorrection !== 'missing' ? (
        <SuggestCorrection current={current} language={language} marked={marked} onClose={() => setSheet(null)} />
      ) : null}
      {sheet === 'correct' && SuggestCorrection === 'missing' ? <Missing onClose={() => setSheet(null)} /> : null}
      {sheet === 'why' && WhyDate !== null && WhyDate !== 'missing' ? (
        <WhyDate explaining={explaining} onClose={() => setSheet(null)} />
      ) : null}
      {sheet === 'why' && WhyDate === 'missing' ? <Missing onClose={() => setSheet(null)} /> : null}
      {sheet === 'keys' ? <ShortcutsHelp enabled={shortcuts} onClose={() => setSheet(null)} /> : null}
      {language === interfaceLanguage ? null : <p className="heard">{t('otherLanguage')}</p>}
    </div>
  )
}

/** The code of a sheet could not be had, as without a network before it was ever opened. */
function Missing({ onClose }: { onClose: () => void }) {
  const t = useTranslations('review')
  return (
    <Sheet title={t('missing.title')} onClose={onClose}>
      <p>{t('missing.text')}</p>
    </Sheet>
  )
}
