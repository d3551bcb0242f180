import { readFileSync } from 'node:fs'
import type { Proposal } from '@/lib/importers/notes-markdown/proposal'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'
import type { Bench } from './bench'
import { notedErrata } from './notes-errata-list'

/** What a card teaches; what it says of the notes' slip is no part of it. */
const taught = ({ fields }: Proposal): string => {
  const { erratum: _, ...said } = fields
  return JSON.stringify(said).replaceAll('\\\\', '\\')
}

/** A card that shows a slip is fair only when it is about the slip, or waits for a person. */
const isPlain = ({ rule, concerns }: Proposal): boolean => rule !== 'erratum' && concerns.length === 0

/** Walks every erratum of the reference notes (`GRADECK_NOTES` names the file): told, waiting for a person, kept out, or taken in. */
export const notesErrata: Bench = {
  name: 'notes-errata',
  measure: async () => {
    const file = process.env.GRADECK_NOTES
    if (file === undefined) return []
    const { cards } = proposeCards(readFileSync(file, 'utf8'), { fileName: file })
    const texts = cards.map((card) => ({
      card,
      text: taught(card),
      erratum: JSON.stringify(card.claim).replaceAll('\\\\', '\\'),
    }))
    const counts = { told: 0, flagged: 0, out: 0 }
    const taken: string[] = []
    for (const { concept, wrong } of notedErrata) {
      const plain = wrong === null ? [] : texts.filter(({ card, text }) => isPlain(card) && wrong.test(text))
      if (plain.length > 0)
        taken.push(`${concept} (${plain.map(({ card }) => `${card.rule}, line ${card.source.start.line}`).join('; ')})`)
      else if (
        wrong !== null &&
        texts.some(({ card, erratum }) => card.claim.kind === 'erratum' && wrong.test(erratum))
      )
        counts.told++
      else if (wrong !== null && texts.some(({ text }) => wrong.test(text))) counts.flagged++
      else counts.out++
    }
    const count = (what: string, number: number, bar: number | null) => ({
      what,
      value: { number, unit: 'errata' },
      bar,
    })
    return [
      count('put right by a card', counts.told, null),
      count('waiting for a person', counts.flagged, null),
      count('kept out of every card, or nothing wrong to copy', counts.out, null),
      count(`taken in by a plain card${taken.length > 0 ? `: ${taken.join(', ')}` : ''}`, taken.length, 0),
    ]
  },
}
