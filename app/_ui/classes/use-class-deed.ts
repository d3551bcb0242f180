'use client'

import { useState } from 'react'
import type { Sent } from '@/lib/client/ask-server'
import { askClasses, type ClassRefusal } from '@/lib/client/classes'
import type { Decoder } from '@/lib/core/decode'
import { object } from '@/lib/core/decode'

export const decodeDone = object<object>({})

/** Does something to a class: busy while it runs, and why it was refused. */
export const useClassDeed = () => {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<ClassRefusal | null>(null)
  const run = async <T>(path: string, decode: Decoder<T>, sent: Sent): Promise<T | null> => {
    setBusy(true)
    const answer = await askClasses(path, decode, sent)
    setBusy(false)
    setRefused(answer.ok ? null : answer.error)
    return answer.ok ? answer.value : null
  }
  return { busy, refused, run }
}
