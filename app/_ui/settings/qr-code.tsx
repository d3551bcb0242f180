'use client'

import { useEffect, useState } from 'react'
import styles from './settings.module.css'

/** A QR code, dark on light in both themes: not every camera reads the reverse. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [drawn, setDrawn] = useState<{ readonly size: number; readonly path: string } | null>(null)
  useEffect(() => {
    let left = false
    void import('uqr').then(({ encode }) => {
      const { size, data } = encode(text, { ecc: 'M', border: 3 })
      const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')))
      if (!left) setDrawn({ size, path: dark.join('') })
    })
    return () => {
      left = true
    }
  }, [text])
  const size = drawn?.size ?? 1
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={drawn?.path ?? ''} fill="#1c1b19" />
    </svg>
  )
}
