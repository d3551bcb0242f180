'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './preview-pane.module.css'

export interface FrameSize {
  readonly width: number
  readonly height: number
}

/** The page's own styles and theme, so that a card looks as it will; media queries then ask the frame's width. */
const dress = (from: Document, to: Document): void => {
  for (const name of from.documentElement.getAttributeNames())
    to.documentElement.setAttribute(name, from.documentElement.getAttribute(name) ?? '')
  const known = new Set([...to.head.querySelectorAll('link')].map(({ href }) => href))
  for (const sheet of from.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    if (!known.has(sheet.href)) {
      const link = to.createElement('link')
      link.rel = 'stylesheet'
      link.href = sheet.href
      to.head.append(link)
    }
}

/** Without a doctype a document is laid out as in the last century. */
const empty = '<!doctype html><html><head></head><body></body></html>'

/** A window of a device's size inside the page, made smaller where there is no room. */
export function FrameWindow({
  size,
  title,
  children,
}: {
  readonly size: FrameSize
  readonly title: string
  readonly children: ReactNode
}) {
  const frame = useRef<HTMLIFrameElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [body, setBody] = useState<HTMLElement | null>(null)
  const [scale, setScale] = useState(1)
  const open = () => {
    const inner = frame.current?.contentDocument
    if (!inner) return
    dress(document, inner)
    inner.body.className = styles.inside ?? ''
    setBody(inner.body)
  }
  useEffect(() => {
    if (body === null) return
    const inner = body.ownerDocument
    // A part of the page that comes later brings its styles; the theme may be switched.
    const watch = new MutationObserver(() => dress(document, inner))
    watch.observe(document.head, { childList: true })
    watch.observe(document.documentElement, { attributes: true })
    return () => watch.disconnect()
  }, [body])
  useEffect(() => {
    const outer = box.current
    if (outer === null) return
    const resize = () => setScale(Math.min(1, outer.clientWidth / size.width))
    resize()
    const watch = new ResizeObserver(resize)
    watch.observe(outer)
    return () => watch.disconnect()
  }, [size.width])
  return (
    <div ref={box} className={styles.box} style={{ height: size.height * scale }}>
      <iframe
        ref={frame}
        title={title}
        srcDoc={empty}
        onLoad={open}
        className={styles.frame}
        style={{ width: size.width, height: size.height, transform: `scale(${scale})` }}
      />
      {body === null ? null : createPortal(children, body)}
    </div>
  )
}
