import { type Decoder, object, text } from '@/lib/core/decode'
import { ok, type Result, refuse } from '@/lib/core/result'

/** Codes the server refuses with where exams are concerned; `unknown` for any other. */
export const examRefusals = [
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

const decodeError = object({ error: object({ code: text(100) }) })

/** Asks the own server about exams. Never throws; a refusal comes with the server's code. */
export const askExams = async <T>(
  path: string,
  decode: Decoder<T>,
  send?: { readonly method: 'POST' | 'PUT' | 'DELETE'; readonly body?: unknown },
): Promise<Result<T, ExamRefusal>> => {
  try {
    const response = await fetch(`/api/exams${path}`, {
      credentials: 'same-origin',
      ...(send && {
        method: send.method,
        headers: { 'content-type': 'application/json' },
        body: send.body === undefined ? null : JSON.stringify(send.body),
      }),
    })
    const body: unknown = await response.json().catch(() => null)
    if (response.ok) {
      const read = decode(body)
      return read.ok ? ok(read.value) : refuse('unknown')
    }
    const told = decodeError(body)
    const code = told.ok ? told.value.error.code : ''
    return refuse(examRefusals.find((one) => one === code) ?? 'unknown')
  } catch {
    return refuse('offline')
  }
}
