'use client'

import { useEffect, useState } from 'react'

/** Code that is fetched when wanted: null on its way, `missing` where it could not be had, as without a network. */
export type Later<Code> = Code | null | 'missing'

/** Fetches code once `wanted`; `load` is one and the same function for as long as the same code is. */
export const useLater = <Code>(wanted: boolean, load: () => Promise<Code>): Later<Code> => {
  // In a box: a component is a function, which React's state would call.
  const [come, setCome] = useState<{ readonly by: typeof load; readonly code: Later<Code> } | null>(null)
  useEffect(() => {
    if (!wanted) return
    let left = false
    const keep = (code: Later<Code>) => {
      if (!left) setCome({ by: load, code })
    }
    load().then(keep, () => keep('missing'))
    return () => {
      left = true
    }
  }, [wanted, load])
  return come?.by === load ? come.code : null
}
