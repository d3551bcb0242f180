import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Area, areas } from '@/app/_i18n/areas'
import { ExamForm } from '@/app/_ui/prepare/exam-form'
import { ExamList } from '@/app/_ui/prepare/exam-list'
import { ExamScores } from '@/app/_ui/prepare/exam-scores'
import { ExamView } from '@/app/_ui/prepare/exam-view'
import { FormulaSheet } from '@/app/_ui/prepare/formula-sheet'
import { MistakesNotebook } from '@/app/_ui/prepare/mistakes-notebook'
import { ExamGone } from '@/app/_ui/prepare/sit/exam-gone'
import { PaperResult } from '@/app/_ui/prepare/sit/paper-result'
import { PaperStart } from '@/app/_ui/prepare/sit/paper-start'
import type { Learner } from '@/lib/client/learner'
import type { PaperSitting } from '@/lib/client/prepare/paper-sitting'
import { markPaper } from '@/lib/client/prepare/practice-paper'
import { asId, type CardId } from '@/lib/core/id'
import { type Language, languages } from '@/lib/core/language'
import { emptyLedger } from '@/lib/schedule/ledger'
import { makeLibrary } from '@/lib/search/library'
import { bundleOf, echo } from '../../lib/client/desk'
import { examOf, today } from '../../lib/client/prepare/exam-desk'
import { start } from '../../lib/schedule/history'
import { planOf } from '../../lib/schedule/plans'

const forecast = { score: 0.7, low: 0.6, high: 0.8, raw: 0.7 }
const over = examOf({
  day: today - 2,
  scores: [
    { id: 's1', kind: 'paper', day: today - 4, share: 0.5, questions: 10, forecast },
    { id: 's2', kind: 'exam', day: today - 2, share: 0.9, questions: 40, forecast },
    { id: 's3', kind: 'exam', day: today - 2, share: 0.7, questions: 40, forecast },
  ],
})
const coming = examOf({ id: 'next', title: 'Next one' })
const library = makeLibrary({
  bundles: [bundleOf('en', ['a', 'b'])],
  states: new Map(),
  ledger: emptyLedger,
  plan: planOf({}, { exams: [over, coming] }),
  now: { at: start, zoneOffset: 480, dayStartsAt: 4 },
})
// Nothing is read or kept while a page is only drawn.
const learner = {} as Learner
const slots = [asId<CardId>('deck/a'), asId<CardId>('deck/b')].map((card, slot) => ({
  card,
  answer: slot === 0 ? ({ kind: 'text', text: 'right' } as const) : null,
  flagged: slot === 1,
}))
const paper: PaperSitting = { exam: 'finals', seed: 's', startedAt: start, endsAt: start + 60_000, at: 0, slots }
const questions = bundleOf('en', ['a', 'b']).cards.map((card, slot) => {
  const seed = `s-${slot}`
  return { card, face: echo, seed, presented: echo.present(card.content, { seed, language: 'en' }) }
})

const messagesIn = async (language: Language): Promise<{ [A in Area]?: object }> => {
  const files = await Promise.all(
    areas.map(async (area) => [area, (await import(`@/app/_i18n/messages/${language}/${area}.json`)).default] as const),
  )
  return Object.fromEntries(files)
}

const screens: readonly (readonly [string, (language: Language) => ReactNode])[] = [
  ['the list', () => <ExamList library={library} />],
  ['the form', () => <ExamForm library={library} learner={learner} known={null} deck="" />],
  ['an exam before its plan is made', () => <ExamView library={library} learner={learner} exam={coming} />],
  [
    'the scores',
    () => (
      <ExamScores
        library={library}
        learner={learner}
        exam={over}
        calibration={{ foretold: 3, inside: 1, brier: 0.03 }}
      />
    ),
  ],
  ['the formula sheet', (language) => <FormulaSheet library={library} exam={coming} language={language} />],
  [
    'the notebook',
    (language) => <MistakesNotebook library={library} learner={learner} exam={coming} language={language} />,
  ],
  ['the start of a paper', () => <PaperStart exam={coming} markable={2} onStart={async () => true} />],
  [
    'the result of a paper',
    (language) => (
      <PaperResult
        marked={markPaper(paper, questions, language)}
        paper={paper}
        forecast={forecast}
        share={0.5}
        kept={false}
        exam={coming}
        language={language}
        onReview={() => {}}
      />
    ),
  ],
  ['a lost exam', () => <ExamGone href="/exam#" />],
]

test.each(languages)('every screen of exam preparation has its words: %s', async (language) => {
  const messages = await messagesIn(language)
  for (const [name, draw] of screens) {
    const html = renderToStaticMarkup(
      <NextIntlClientProvider
        locale={language}
        timeZone="UTC"
        messages={messages}
        onError={(error) => {
          throw new Error(`${name}: ${error.message}`)
        }}
      >
        {draw(language)}
      </NextIntlClientProvider>,
    )
    expect(html.length, name).toBeGreaterThan(100)
  }
})
