'use client'

import { useEffect, useRef, useState } from 'react'
import { askExams } from '@/lib/client/exam/ask-exams'
import type { ExamNotice } from '@/lib/exam/protocol/attempt'
import { decodeNotice } from '@/lib/exam/protocol/decode'

const everyMs = 5000

type Admission = ExamNotice['admission'] | 'given'

/**
 * Where being let in stands, asked again every few seconds while the staff has not answered; and a way to say that it waits.
 * `onOver` is told when nobody can be let in any more.
 */
export const useAdmission = (
  { exam, admission: first }: ExamNotice,
  onOver: () => void,
): readonly [Admission, () => void] => {
  const [admission, setAdmission] = useState<Admission>(first)
  const over = useRef(onOver)
  over.current = onOver
  useEffect(() => {
    if (admission !== 'waiting') return
    const ask = async () => {
      const notice = await askExams(`/${encodeURIComponent(exam)}/notice`, decodeNotice)
      if (!notice.ok) return
      if (notice.value.state === 'over') over.current()
      else if (notice.value.admission === 'none') setAdmission('given')
    }
    const timer = setInterval(() => void ask(), everyMs)
    return () => clearInterval(timer)
  }, [admission, exam])
  return [admission, () => setAdmission('waiting')]
}
