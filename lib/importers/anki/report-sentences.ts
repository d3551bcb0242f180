import type { ImportReport, LossKind } from './report'

const words: { readonly [K in LossKind]: string } = {
  sound: 'a sound, which is not kept',
  picture: 'a picture that is not in the package or of a kind that is not shown',
  script: 'a script or embedded page, which is never run',
  media: 'a film or sound, which is not kept',
  formula: 'a formula that cannot be set, shown as code',
  look: 'underlined, struck or coloured text, shown plainly',
  table: 'a table too intricate for Markdown, shown line by line',
  'no-front': 'a card with an empty front',
  'no-back': 'a card with an empty back, shown as a dash',
  'no-gap': 'a cloze card whose gap is not in the text',
  'image-occlusion': 'a picture with covered parts, which has no counterpart here',
  'no-note-type': 'a card whose note type or template is missing',
  'same-guid': 'a second note with the same guid',
  'cannot-be-set': 'a card whose text breaks a rule of decks',
  simplified: 'a card whose markup was simplified',
  'no-review-log': 'a memory without its review log: one review stands for it',
  sm2: 'a memory of the old algorithm, estimated from interval and ease',
  buried: 'a buried card, no longer buried',
  'filtered-deck': 'a card in a filtered deck, back in its own',
  'future-review': 'a review dated in the future',
  preset: 'a preset beyond the limits here, brought within them',
  'other-preset': 'a further preset: the deck is studied with the one most cards have',
  weights: 'parameters that are not of FSRS-5 or FSRS-6: the defaults are used',
  'picture-too-large': 'a picture beyond the size that is kept',
}

/** A report in plain sentences, for a terminal. */
export const sentencesOf = (report: ImportReport): readonly string[] => {
  const counts = new Map<string, number>()
  for (const { kind, left } of report.lossy) counts.set(`${left} ${kind}`, (counts.get(`${left} ${kind}`) ?? 0) + 1)
  const told = [...counts].map(([key, count]) => {
    const at = key.indexOf(' ')
    const kind = Object.entries(words).find(([name]) => name === key.slice(at + 1))?.[1] ?? key
    return `${key.slice(0, at) === 'out' ? 'Left out' : 'Changed'}: ${count} x ${kind}.`
  })
  return [
    `${report.notes} notes, ${report.cards} cards, ${report.reviews} reviews, ${report.pictures} pictures (${report.container}).`,
    ...report.decks.map(({ path, cards }) => `Deck ${path}: ${cards} cards.`),
    ...told,
  ]
}
