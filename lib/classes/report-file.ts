import { dateOfStudyDay } from '@/lib/schedule/study-day'
import type { ClassReport, Part } from '@/lib/sync/class-report'
import { type CsvCell, csvOf } from './csv'

export const reportParts = ['students', 'questions', 'variants', 'concepts'] as const
export type ReportPart = (typeof reportParts)[number]

const share = (part: Part | null | undefined): CsvCell =>
  part == null || part.of === 0 ? null : Math.round((1000 * part.right) / part.of) / 1000

const students = ({ standings }: ClassReport): readonly (readonly CsvCell[])[] => {
  const decks = standings?.[0]?.decks ?? []
  return [
    [
      'student',
      'number',
      'label',
      'email',
      'on_track',
      'reviews',
      'reviews_7_days',
      'minutes_7_days',
      'last_day',
      'recalled',
      ...decks.flatMap(({ deck }) => [`${deck} begun`, `${deck} wanted`, `${deck} cards`]),
    ],
    ...(standings ?? []).map((one) => [
      one.name,
      one.number,
      one.label,
      one.email,
      one.onTrack ? 'yes' : 'no',
      one.reviews,
      one.week.reviews,
      one.week.minutes,
      one.lastDay === null ? null : dateOfStudyDay(one.lastDay),
      share(one.recalled),
      ...one.decks.flatMap(({ begun, paced, total }) => [begun, paced.wanted, total]),
    ]),
  ]
}

const questions = (report: ClassReport): readonly (readonly CsvCell[])[] => [
  ['card', 'question', 'students', 'answers', 'right', 'right_first', 'discrimination', 'median_seconds', 'mistakes'],
  ...report.questions.map(({ card, title, students: met, told }) => [
    card,
    title,
    told === null ? null : met,
    told?.answers.of ?? null,
    share(told?.answers),
    share(told?.first),
    told?.discrimination == null ? null : Math.round(told.discrimination * 1000) / 1000,
    told?.seconds ?? null,
    told?.mistakes.map(({ name, answers }) => `${name}: ${answers}`).join('; ') ?? null,
  ]),
]

const variants = (report: ClassReport): readonly (readonly CsvCell[])[] => [
  ['card', 'variant', 'students', 'answers', 'right', 'drift'],
  ...report.questions.flatMap(({ card, told }) =>
    (told?.variants ?? []).map((one) => [card, one.label, one.students, one.right.of, share(one.right), one.drift]),
  ),
]

const concepts = (report: ClassReport): readonly (readonly CsvCell[])[] => [
  ['deck', 'concept', 'title', 'students', 'reviews', 'recalled'],
  ...report.concepts.map(({ deck, concept, title, students: met, recalled }) => [
    deck,
    concept,
    title,
    recalled === null ? null : met,
    recalled?.of ?? null,
    share(recalled),
  ]),
]

const parts: { readonly [P in ReportPart]: (report: ClassReport) => readonly (readonly CsvCell[])[] } = {
  students,
  questions,
  variants,
  concepts,
}

/** One part of a report as a table; what is below the privacy floor is an empty cell, not a zero. Shares are 0..1. */
export const reportCsv = (report: ClassReport, part: ReportPart): string => csvOf(parts[part](report))
