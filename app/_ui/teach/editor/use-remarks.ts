'use client'

import { useEffect, useState } from 'react'
import type { BankRemark } from '@/lib/sync/bank-desk'
import { readDesk } from '../publish/published-source'

/** What readers of a draft say about it and nobody has settled; none while it cannot be read. */
export const useRemarks = (bank: string): readonly BankRemark[] => {
  const [found, setFound] = useState<readonly BankRemark[]>([])
  useEffect(() => {
    let left = false
    void readDesk(bank).then((answer) => {
      if (!left && answer.ok) setFound(answer.value.remarks.filter(({ done }) => !done))
    })
    return () => {
      left = true
    }
  }, [bank])
  return found
}
