import 'server-only'
import type { Language } from '@/lib/core/language'
import type { DayLoad } from './load'
import { reminderWords } from './words'

/** RFC 5545: commas, semicolons, backslashes and line breaks are written as escapes. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n')

const mostOctets = 75

/** RFC 5545: no line is longer than 75 octets; a longer one goes on after a space, and no character is cut in two. */
const folded = (line: string): string => {
  const lines: string[] = []
  let current = ''
  for (const character of line) {
    if (Buffer.byteLength(current + character) > mostOctets) {
      lines.push(current)
      current = ' '
    }
    current += character
  }
  return [...lines, current].join('\r\n')
}

const compact = (date: string): string => date.replaceAll('-', '')
const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)

/** The coming days as a calendar that other programs subscribe to: one all-day entry for each day with reviews. */
export const calendarOf = (
  loads: readonly DayLoad[],
  given: { readonly language: Language; readonly link: string; readonly now: Date },
): string => {
  const words = reminderWords[given.language]
  const stamp = given.now.toISOString().replace(/[-:]|\.\d+/g, '')
  const entries = loads
    .filter(({ cards }) => cards > 0)
    .flatMap((load) => [
      'BEGIN:VEVENT',
      // One id a day: the entry of a day changes, and is never there twice.
      `UID:${load.date}@gradeck`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(load.date)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(load.date))}`,
      `SUMMARY:${escaped(words.load(load))}`,
      `URL:${given.link}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ])
  return `${[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gradeck//Reviews//EN',
    `X-WR-CALNAME:${escaped(words.calendar)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...entries,
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('\r\n')}\r\n`
}
