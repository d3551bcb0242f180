'use client'

import { useCallback, useEffect, useState } from 'react'
import { askExams, type ExamRefusal } from '@/lib/client/exam/ask-exams'
import type { Decoder } from '@/lib/core/decode'

export type Asked<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: ExamRefusal }
  | { readonly kind: 'read'; readonly value: T }

/** Asks once, and again by the returned function; what was read stays while it is read anew. */
export const useAsked = <T>(path: string, decode: Decoder<T>): readonly [Asked<T>, () => Promise<void>] => {
  const [asked, setAsked] = useState<Asked<T>>({ kind: 'loading' })
  const read = useCallback(async () => {
    const answer = await askExams(path, decode)
    if (answer.ok) setAsked({ kind: 'read', value: answer.value })
    else
      setAsked((before) =>
        before.kind === 'read' && answer.error === 'offline' ? before : { kind: 'refused', why: answer.error },
      )
  }, [path, decode])
  useEffect(() => void read(), [read])
  return [asked, read]
}
