'use client'

import { createContext, useContext } from 'react'
import type { FieldPath } from '@/lib/content/yaml/edit-item'
import type { Json } from '@/lib/core/json'
import type { FigureState } from './use-figures'

/** What the fields of a form know of the draft around their card. */
export interface FormGround {
  /** The whole card. */
  readonly card: { readonly [name: string]: Json }
  readonly concepts: readonly { readonly id: string; readonly title: string }[]
  /** Adds a concept of this title to the draft; its id. */
  readonly addConcept: (title: string) => string
  /** Of the values of a computation, by their names. */
  readonly shapes: ReadonlyMap<string, readonly number[]>
  /** Paths such as `figures/plot.svg`. */
  readonly figures: readonly string[]
  /** Where a figure is shown from. */
  readonly figureAddress: (path: string) => string
  readonly figureState: FigureState
  /** Puts pictures into the draft; the paths of those that came. */
  readonly addFigures: (files: readonly File[]) => Promise<readonly string[]>
  /** Calls a named entry something else, where it stands. */
  readonly rename: (path: FieldPath, name: string) => void
  /** Counts what was taken back and done again: a field lets go of what was being typed. */
  readonly turn: number
}

const Ground = createContext<FormGround | null>(null)

export const FormGroundHere = Ground.Provider

export const useFormGround = (): FormGround => {
  const ground = useContext(Ground)
  if (ground === null) throw new Error('A field stands in no form.')
  return ground
}
