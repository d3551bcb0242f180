import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import en from '@/app/_i18n/messages/en/prepare.json'
import zh from '@/app/_i18n/messages/zh/prepare.json'
import { ExamCalendar } from '@/app/_ui/prepare/exam-calendar'
import { ForecastBars } from '@/app/_ui/prepare/forecast-bars'
import { Unreached } from '@/app/_ui/prepare/unreached'
import type { ExamOverview } from '@/lib/client/prepare/overlook-exam'
import { asId, type CardId } from '@/lib/core/id'
import type { Forecast } from '@/lib/schedule/exam-goal'

const monday = 20_773
const today = monday + 4
const card = asId<CardId>('deck/a')
const forecast = (score: number): Forecast => ({ score, low: score - 0.1, high: score + 0.1, raw: score })
const overview: ExamOverview = {
  exam: {
    id: 'e',
    title: 'Finals',
    scope: { kind: 'deck', deck: 'deck' },
    day: monday + 9,
    from: monday + 2,
    minutes: 10,
    scores: [],
  },
  today,
  daysLeft: 5,
  cards: [],
  begun: 0,
  plan: {
    days: [{ day: today, fresh: [card], reviews: [], seconds: 300 }],
    kept: new Map(),
    idle: new Map(),
    unreached: 12,
    wanting: 130,
  },
  part: null,
  past: [
    { day: monday + 2, cards: 12, minutes: 9.2, promised: 10 },
    { day: monday + 3, cards: 1, minutes: 1, promised: 10 },
  ],
  doneToday: { day: today, cards: 0, minutes: 0, promised: 10 },
  kept: forecast(0.8),
  idle: forecast(0.6),
  tests: 0,
  scores: 0,
  calibration: null,
}

/** A word that is missing in a language is a failing test. */
const shown = (locale: 'en' | 'zh', children: ReactNode): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      timeZone="UTC"
      messages={{ prepare: locale === 'en' ? en : zh }}
      onError={(error) => {
        throw error
      }}
    >
      {children}
    </NextIntlClientProvider>,
  )

describe('the calendar of a plan', () => {
  it('says each day in a whole sentence, its kind not by colour alone', () => {
    const english = shown('en', <ExamCalendar overview={overview} />)
    expect(english).toContain('November 18, done: 12 cards, 9 minutes')
    expect(english).toContain('November 19, less than planned: 1 card, 1 minute')
    expect(english).toContain('November 20, today: 1 card, 5 minutes')
    expect(english).toContain('November 25: the exam')
    expect(english).toContain('1 day was shorter than planned.')
    expect(shown('zh', <ExamCalendar overview={overview} />)).toContain('11月18日，已完成：12 张卡片，9 分钟')
  })
})

describe('the forecast', () => {
  it('says both scores with their intervals, and what does not fit', () => {
    const english = shown(
      'en',
      <>
        <ForecastBars kept={overview.kept} idle={overview.idle} />
        <Unreached plan={overview.plan} />
      </>,
    )
    expect(english).toContain('80%')
    expect(english).toContain('between 70% and 90%, four times out of five')
    expect(english).toContain('12 new cards do not fit into the time. About 3 more minutes a day would begin them all.')
    expect(shown('zh', <ForecastBars kept={overview.kept} idle={overview.idle} />)).toContain('70% 到 90%')
  })

  it('says nothing where there is nothing to say', () => {
    const fits = { ...overview.plan, unreached: 0, wanting: 0 }
    expect(shown('en', <Unreached plan={fits} />) + shown('en', <ForecastBars kept={null} idle={null} />)).toBe('')
  })
})
