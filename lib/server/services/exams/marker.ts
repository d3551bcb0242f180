import 'server-only'
import type { MarkingKey } from '@/lib/cards/marking/key'
import type { Correction } from '@/lib/exam/corrections/correction'
import { decodeCorrection } from '@/lib/exam/corrections/decode-correction'
import { type Earned, makeMarker } from '@/lib/exam/corrections/earn'
import { revealAnswer } from '@/lib/exam/sheet/disguise'
import type { PartNames } from '@/lib/exam/sheet/question'
import type { Answer } from '@/lib/view/input'
import type { Database, Transaction } from '../../db/client'
import type { ExamTerms } from './terms'

/** Marks an answer to one showing, in its public names; null for none. */
export type Marker = (item: string, form: number, answer: Answer | null) => Earned

/** Corrections that stand, in the order they were made. */
export const standingCorrections = async (
  db: Database | Transaction,
  examId: string,
): Promise<readonly (Correction & { readonly id: string })[]> => {
  const rows = await db.examCorrection.findMany({ where: { examId, undoneAt: null }, orderBy: { id: 'asc' } })
  return rows.map(({ id, correction }) => {
    const read = decodeCorrection(JSON.parse(correction))
    if (!read.ok) throw new Error(`The correction ${id} cannot be read: ${read.error.message}`)
    return { id, ...read.value }
  })
}

/** A marker of an exam's questions, or of one of them, under these corrections. Every showing's key is read once. */
export const readMarker = async (
  db: Database | Transaction,
  examId: string,
  { credit }: Pick<ExamTerms, 'credit'>,
  corrections: readonly Correction[],
  only: string | null = null,
): Promise<Marker> => {
  const which = only === null ? { examId } : { examId, item: only }
  const items = await db.examItem.findMany({ where: which, select: { item: true, points: true } })
  const forms = await db.examForm.findMany({
    where: which,
    select: { item: true, form: true, key: true, names: true },
  })
  const points = new Map(items.map((one) => [one.item, one.points]))
  const markers = new Map(
    forms.map(({ item, form, key, names }) => {
      // Both were written by this server when the exam was published.
      const own = { item, form, key: JSON.parse(key) as MarkingKey, points: points.get(item) ?? 0 }
      const partNames = JSON.parse(names) as PartNames
      return [`${item}/${form}`, { mark: makeMarker(own, credit, corrections), partNames }]
    }),
  )
  return (item, form, answer) => {
    const marker = markers.get(`${item}/${form}`)
    if (marker === undefined) throw new Error(`The exam ${examId} has no showing ${form} of ${item}.`)
    return marker.mark(answer === null ? null : revealAnswer(marker.partNames, answer))
  }
}
