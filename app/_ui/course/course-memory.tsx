'use client'

import { createContext, type ReactNode, useCallback, useContext } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { SectionMemory } from '@/lib/client/section-memory'
import type { Language } from '@/lib/core/language'
import { useLearner } from '../learner/use-learner'
import { useReading } from '../learner/use-reading'
import { readSections } from './read-sections'

const Memory = createContext<ReadonlyMap<string, SectionMemory> | null>(null)

/** Reads the learner's memory once for all bars below it. */
export function CourseMemory({ language, children }: { language: Language; children: ReactNode }) {
  const learner = useLearner(true)
  const read = useCallback((open: Learner) => readSections(open, language), [language])
  const reading = useReading(learner?.ok ? learner.value : null, read)
  return <Memory value={reading.kind === 'read' ? reading.value : null}>{children}</Memory>
}

/** Null while it is being read, and where this device knows nothing of the section. */
export const useSectionMemory = (key: string): SectionMemory | null => useContext(Memory)?.get(key) ?? null
