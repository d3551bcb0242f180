import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import exam from '@/app/_i18n/messages/en/exam.json'
import { TakeScreen } from '@/app/_ui/exam/take/take-screen'
import type { Sitting, SittingSnapshot } from '@/lib/client/exam/sitting-state'

const minute = 60_000

const state: SittingSnapshot = {
  title: 'Midterm',
  zone: 'UTC',
  slots: [],
  parts: [],
  place: 0,
  nextPlace: null,
  answers: new Map(),
  onServer: new Set(),
  flagged: new Set(),
  saved: 'saved',
  deadline: 30 * minute,
  onBreak: false,
  breakLeftMs: 5 * minute,
  pause: null,
  live: null,
  handingIn: false,
  finished: false,
  receipt: null,
  signedOut: false,
  failed: null,
}

const nothing = async () => undefined

const sittingIn = (snapshot: SittingSnapshot, now: number): Sitting => ({
  subscribe: () => () => undefined,
  getSnapshot: () => snapshot,
  now: () => now,
  answer: () => undefined,
  flag: () => undefined,
  flush: nothing,
  handIn: nothing,
  passLockPoint: nothing,
  takeBreak: nothing,
  refresh: nothing,
  close: () => undefined,
})

const drawn = (change: Partial<SittingSnapshot>, now = 0): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ exam }}>
      <TakeScreen sitting={sittingIn({ ...state, ...change }, now)} exam="exam-1" language="en" />
    </NextIntlClientProvider>,
  )

describe('taking an exam', () => {
  it('offers the way to the next question', () => {
    expect(drawn({})).toContain(exam.take.next)
  })

  it('offers no way that ends at handing in while a break hides the questions', () => {
    const inBreak = drawn({ onBreak: true, pause: { endsAt: 5 * minute, leftMs: 30 * minute } })
    expect(inBreak).toContain(exam.take.resume)
    expect(inBreak).not.toContain(exam.take.next)
    expect(inBreak).not.toContain('<nav')
  })

  it('says that the time runs again where a break is over and the server cannot be asked', () => {
    const over = drawn({ onBreak: true, pause: { endsAt: 5 * minute, leftMs: 30 * minute } }, 7 * minute)
    expect(over).toContain(exam.take.breakOver)
    expect(over).not.toContain(exam.take.onBreak)
    expect(over).toContain('28 min')
  })
})
