import type { Decoder } from '@/lib/core/decode'
import type { Result } from '@/lib/core/result'
import { askServer, type Sent } from '../ask-server'

/** Codes the server refuses with where exams are concerned; `unknown` for any other. */
const examRefusals = [
  'offline',
  'signed-out',
  'guest',
  'not-found',
  'stale',
  'too-many',
  'too-large',
  'class-role',
  'class-closed',
  'exam-published',
  'exam-begun',
  'exam-early',
  'exam-over',
  'exam-room-code',
  'exam-admission',
  'exam-correction',
] as const
export type ExamRefusal = (typeof examRefusals)[number] | 'unknown'

/** Asks the own server about exams. */
export const askExams = <T>(path: string, decode: Decoder<T>, send?: Sent): Promise<Result<T, ExamRefusal>> =>
  askServer(`/api/exams${path}`, decode, examRefusals, send)
