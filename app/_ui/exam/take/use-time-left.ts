'use client'

import { useEffect, useState } from 'react'
import type { Sitting } from '@/lib/client/exam/sitting-state'

/** Time left by the server's clock, ms, told once a second; never below 0. */
export const useTimeLeft = (sitting: Sitting, deadline: number): number => {
  const [now, setNow] = useState(() => sitting.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(sitting.now()), 1000)
    return () => clearInterval(timer)
  }, [sitting])
  return Math.max(0, deadline - now)
}
