import type { Import } from './importer'
import { type FileRefusal, type Outcome, outcomeOf, type ReasonKind, type RefusalKind } from './reasons'

/** What became of a row, in English for a terminal; a page has its own words. */
export const reasonWords: { readonly [K in ReasonKind]: string } = {
  'no-answer': 'it has no answer; write one, or drop it',
  'no-question': 'it has no question; write one, or drop it',
  'no-right': 'no answer is marked right; mark one',
  'all-right': 'every option is right; add one that is wrong',
  'no-gap': 'it hides nothing; mark a gap',
  'not-a-card': 'it is no card: the YAML cannot be read',
  description: 'it asks nothing',
  'unknown-type': 'questions of this type are not read',
  'not-a-number': 'its key is no number; elsewhere that would make every answer right',
  'formula-unknown': 'a piece of its formula is not known here',
  'no-dataset': 'a wildcard has neither a range nor values',
  'cannot-be-set': 'it breaks a rule of decks',
  'too-long': 'one of its texts is far too long',
  twin: 'it asks the same as an earlier one',
  unclosed: 'a brace, quote or fence is not closed',
  missing: 'a question bank it draws from is not in the package; export that too',
  'self-judged': 'typed or chosen there, judged by the learner here',
  weights: 'parts of the mark for nearly right answers are not kept',
  'several-right': 'each of several answers was enough there; here all are wanted',
  'options-cut': 'more than five options: some wrong ones are left out',
  'two-options': 'fewer than three options: the learner judges',
  distractors: 'partners that belong to nothing are left out',
  feedback: 'what was said to some wrong answers is not kept',
  hints: 'hints are not kept',
  tolerance: 'the tolerance of a gap is not kept',
  unit: 'the unit is not kept',
  'dataset-choice': 'its stored values do not fit its range: they are drawn one by one, not together',
  schedule: 'when it was due is not kept',
  simplified: 'its markup could not be kept and was simplified',
  sound: 'a sound is not kept',
  picture: 'a picture is not in the file, too large, or of a kind that is not shown',
  script: 'a script or embedded page was dropped',
  media: 'a film or sound is not kept',
  formula: 'a formula is shown as plain text',
  look: 'underlining, colours and other looks are not kept',
  table: 'a table is shown line by line',
  link: 'a link that leads nowhere here is shown as words',
  'why-added': 'wrong options came without a reason; a plain one was added',
  'mistakes-added': 'common slips were added, so that a wrong number is recognised',
  split: 'more than a card holds: asked on several cards',
  'id-new': 'its id cannot be one here; it has a new one',
  newline: 'a formula was read as such where the format has a line break',
}

export const refusalWords: { readonly [K in RefusalKind]: string } = {
  'too-large': 'The file is larger than what is read at once. Split it, or export it without pictures.',
  'too-many-rows': 'The file has more questions than are read at once. Split it.',
  'not-text': 'The file is no text in UTF-8. Save it as UTF-8 and try again.',
  'not-xml': 'The XML is damaged. Export it again.',
  entities: 'The XML defines entities of its own, which can be made to swell without end. Remove the DOCTYPE.',
  'too-deep': 'The XML is nested too deep to be a question bank.',
  'not-a-zip': 'The archive is damaged or cut off. Export it again, or copy the file once more.',
  'unsafe-name': 'A name in the archive leads out of it. Do not trust where this file came from.',
  bomb: 'The archive would swell beyond any question bank. Do not trust where this file came from.',
  'unknown-format': 'The file is of none of the formats that are read. Say which with --from.',
  'other-format': 'The file is not of this format. Leave --from out, or name another.',
  'open-quote': 'A quoted cell is not closed. Close it with ", and write a quote inside as "".',
  'nothing-here': 'There are no questions in the file.',
}

export const refusalSentence = ({ kind, detail, line }: FileRefusal): string =>
  `${refusalWords[kind]}${detail === '' ? '' : ` (${detail})`}${line === null ? '' : ` Line ${line}.`}`

const marks: { readonly [O in Outcome]: string } = { imported: 'ok   ', lossy: 'lossy', skipped: 'out  ' }

/** A dry run, one line a row and one a reason, and the counts at the end. */
export const importSentences = ({ from, cards, rows, figures }: Import): readonly string[] => {
  const counts = { imported: 0, lossy: 0, skipped: 0 }
  const lines = rows.flatMap((row) => {
    const outcome = outcomeOf(row)
    counts[outcome]++
    const place = row.entry === null ? String(row.line) : `${row.entry}:${row.line}`
    return [
      `${marks[outcome]}  ${place}  ${row.title}`,
      ...row.reasons.map(({ kind, detail }) => `         ${reasonWords[kind]}${detail === '' ? '' : ` (${detail})`}`),
    ]
  })
  return [
    ...lines,
    '',
    `Read as ${from}: ${rows.length} rows, ${cards.length} cards, ${figures.length} pictures.`,
    `${counts.imported} as they were, ${counts.lossy} with losses, ${counts.skipped} left out.`,
  ]
}
