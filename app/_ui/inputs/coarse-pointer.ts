'use client'

import { useMedia } from '@/app/_ui/review/media-query'

/** Whether fingers do the typing, so that the keypad of the page replaces the system's. */
export const useCoarsePointer = (): boolean => useMedia('(pointer: coarse)')
