'use client'

import { useEffect, useState } from 'react'
import type { Sitting, SittingSnapshot } from '@/lib/client/exam/sitting-state'

/** Time left by the server's clock, ms, told once a second and never below 0; and what is left of a break while one lasts. */
export const useTimeLeft = (
  sitting: Sitting,
  { deadline, pause }: Pick<SittingSnapshot, 'deadline' | 'pause'>,
): { readonly left: number; readonly pauseLeft: number } => {
  const [now, setNow] = useState(() => sitting.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(sitting.now()), 1000)
    return () => clearInterval(timer)
  }, [sitting])
  return {
    // Past the end of a break the time runs, even where the server cannot be asked for the questions.
    left: Math.max(0, pause === null ? deadline - now : pause.leftMs - Math.max(0, now - pause.endsAt)),
    pauseLeft: pause === null ? 0 : Math.max(0, pause.endsAt - now),
  }
}
