import 'server-only'
import type { UserId } from '@/lib/core/id'
import { type Language, languages } from '@/lib/core/language'
import { ok, type Result, refuse } from '@/lib/core/result'
import { drawPaper } from '@/lib/exam/paper/draw-paper'
import type { SheetSlot } from '@/lib/exam/protocol/attempt'
import { type SetupFault, setupFaults } from '@/lib/exam/setup-faults'
import type { Database } from '../../db/client'
import { isZone } from '../../reminders/zone'
import { withinLimit } from '../limit'
import { examOfStaff } from './find-exam'
import { type CardFault, freezeChosen } from './publish-exam'
import { readSetup } from './terms'

export interface ExamPreview {
  readonly faults: readonly SetupFault[]
  readonly cards: readonly CardFault[]
  readonly slots: readonly SheetSlot[]
}

const perHour = 200
const hourMs = 3_600_000

/** A paper as a student might get it, drawn from the draft as it stands. Another `draw` is another student's. */
export const previewExam = async (
  db: Database,
  userId: UserId,
  examId: string,
  language: Language,
  draw: number,
  now: Date,
): Promise<Result<ExamPreview, 'not-found' | 'class-role' | 'too-many'>> => {
  const found = await examOfStaff(db, userId, examId, { content: 'editor' })
  if (!found.ok) return found
  if (!(await withinLimit(db, { key: `exam-preview:${userId}`, most: perHour, windowMs: hourMs }, now)))
    return refuse('too-many')
  const setup = readSetup(found.value.exam)
  const { items, faults } = await freezeChosen(db, userId, setup, `preview/${draw}`)
  const zones = setup.zones.map(({ id, take, points, shuffle }, zone) => ({
    id,
    take,
    points,
    shuffle,
    pool: items
      .filter((one) => one.zone === zone)
      .map(({ item, difficulty, forms }) => ({ id: item, difficulty, forms: forms.length })),
  }))
  const byName = new Map(items.map((one) => [one.item, one]))
  const slots = drawPaper(zones, `preview/${draw}`).map(({ slot, zone, item, form }): SheetSlot => {
    const own = byName.get(item)
    const texts = own?.forms[form]?.questions ?? {}
    const question = [language, ...languages].flatMap((one) => texts[one] ?? [])[0]
    return { slot, zone, points: own?.points ?? 0, ...(question === undefined ? {} : { question }) }
  })
  return ok({ faults: setupFaults(setup, isZone), cards: faults, slots })
}
