import { anki } from './anki'
import type { Bench } from './bench'
import { classReports } from './class-report'
import { device } from './device'
import { editor } from './editor'
import { engine } from './engine'
import { examAutosave } from './exam-autosave'
import { examPlan } from './exam-plan'
import { examStart } from './exam-start'
import { firstCard } from './first-card'
import { large } from './large'
import { load } from './load'
import { memory } from './memory'
import { notes } from './notes'
import { notesErrata } from './notes-errata'
import { remark } from './remark'
import { review } from './review'
import { size } from './size'
import { statistics } from './statistics'
import { sync } from './sync'

export const benches: readonly Bench[] = [
  size,
  review,
  engine,
  editor,
  device,
  firstCard,
  large,
  memory,
  notes,
  notesErrata,
  sync,
  load,
  anki,
  statistics,
  classReports,
  examPlan,
  examStart,
  examAutosave,
  remark,
]
