'use client'

import { createContext } from 'react'

/**
 * Where the keypad is put. The review gives it its own dock and shows it as long as numbers are asked; a page without a
 * dock (null) gets it along the lower edge while a cell has the focus.
 */
export const KeypadDock = createContext<HTMLElement | null>(null)
