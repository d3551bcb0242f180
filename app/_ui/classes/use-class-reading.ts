'use client'

import { useCallback, useEffect, useState } from 'react'
import { askClasses, type ClassRefusal } from '@/lib/client/classes'
import type { Decoder } from '@/lib/core/decode'

export type ClassReading<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: ClassRefusal }
  | { readonly kind: 'read'; readonly value: T }

/** Reads something about classes from the server, once for each path; `again` reads it anew and keeps what is shown. */
export const useClassReading = <T>(
  path: string,
  decode: Decoder<T>,
): { readonly reading: ClassReading<T>; readonly again: () => Promise<void> } => {
  const [reading, setReading] = useState<ClassReading<T>>({ kind: 'loading' })
  const again = useCallback(async () => {
    const answer = await askClasses(path, decode)
    setReading(answer.ok ? { kind: 'read', value: answer.value } : { kind: 'refused', why: answer.error })
  }, [path, decode])
  useEffect(() => void again(), [again])
  return { reading, again }
}
