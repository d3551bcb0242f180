'use client'

import { useEffect, useState } from 'react'
import { askExams } from '@/lib/client/exam/ask-exams'
import type { ExamNotice } from '@/lib/exam/protocol/attempt'
import { decodeNotice } from '@/lib/exam/protocol/decode'

const everyMs = 5000

type Admission = ExamNotice['admission'] | 'given'

/** Where being let in stands, asked again every few seconds while the staff has not answered; and a way to say that it waits. */
export const useAdmission = ({ exam, admission: first }: ExamNotice): readonly [Admission, () => void] => {
  const [admission, setAdmission] = useState<Admission>(first)
  useEffect(() => {
    if (admission !== 'waiting') return
    const ask = async () => {
      const notice = await askExams(`/${encodeURIComponent(exam)}/notice`, decodeNotice)
      if (notice.ok && notice.value.admission === 'none') setAdmission('given')
    }
    const timer = setInterval(() => void ask(), everyMs)
    return () => clearInterval(timer)
  }, [admission, exam])
  return [admission, () => setAdmission('waiting')]
}
