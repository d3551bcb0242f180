'use client'

import { createContext } from 'react'

/**
 * What the keypad's last key does: it checks a card, which wants every cell; in an exam it goes on to the next question,
 * whatever is filled in.
 */
export const KeypadPurpose = createContext<'check' | 'next'>('check')
