'use client'

import { useCallback, useEffect, useState } from 'react'

export interface Player {
  /** How many frames have happened. */
  readonly position: number
  readonly playing: boolean
  readonly seek: (position: number) => void
  readonly toggle: () => void
  /** Everything has happened, however many frames that becomes. */
  readonly finish: () => void
}

const frameMs = 650

/** Runs through `count` frames; starts by itself unless the reader asked for less motion, who finds everything drawn. */
export const usePlayer = (count: number, still: boolean): Player => {
  const [reached, setPosition] = useState(still ? count : 0)
  const position = Math.min(count, reached)
  const [playing, setPlaying] = useState(!still)
  const ended = position >= count
  useEffect(() => {
    if (!playing || ended) return
    // A late timer must not undo a jump made meanwhile.
    const next = (at: number) => (at === reached ? at + 1 : at)
    const timer = setTimeout(() => setPosition(next), frameMs)
    return () => clearTimeout(timer)
  }, [playing, ended, reached])
  const finish = useCallback(() => {
    setPlaying(false)
    setPosition(Number.POSITIVE_INFINITY)
  }, [])
  return {
    position,
    finish,
    playing: playing && !ended,
    seek: (to) => {
      setPlaying(false)
      setPosition(Math.min(count, Math.max(0, to)))
    },
    toggle: () => {
      if (ended) setPosition(0)
      setPlaying(ended || !playing)
    },
  }
}
