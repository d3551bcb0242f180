import type { Block } from '@/lib/view/block'
import styles from './figure.module.css'
import { type InlineContext, Inlines } from './inline'

/** A drawing of the notes. Drawings are SVG and follow the page's colour scheme by their own media query. */
export function Figure({ figure, context }: { figure: Extract<Block, { kind: 'figure' }>; context: InlineContext }) {
  return (
    <figure className={styles.figure}>
      <img className={styles.image} src={figure.src} alt={figure.alt} loading="lazy" decoding="async" />
      {figure.caption.length > 0 && (
        <figcaption className={styles.caption}>
          <Inlines context={context}>{figure.caption}</Inlines>
        </figcaption>
      )}
    </figure>
  )
}
