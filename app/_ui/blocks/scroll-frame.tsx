'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './scroll-frame.module.css'

/** A frame that takes a place in the tab order only while its content is wider or taller than itself. */
export function ScrollFrame({
  label,
  className,
  children,
}: {
  label: string
  className?: string | undefined
  children: ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () =>
      setScrolls(element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  const focusable = scrolls ? { tabIndex: 0, role: 'group', 'aria-label': label } : {}
  return (
    <div ref={frame} className={`${styles.frame} ${className ?? ''}`} data-scrolls={scrolls} {...focusable}>
      {children}
    </div>
  )
}
