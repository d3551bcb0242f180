import type { Block } from '@/lib/view/block'
import styles from './figure.module.css'
import { FigureMasks } from './figure-masks'
import { type InlineContext, Inlines } from './inline'

/** A drawing of the notes. Drawings are SVG and follow the page's colour scheme by their own media query. */
export function Figure({ figure, context }: { figure: Extract<Block, { kind: 'figure' }>; context: InlineContext }) {
  const image = <img className={styles.image} src={figure.src} alt={figure.alt} loading="lazy" decoding="async" />
  return (
    <figure className={styles.figure}>
      {figure.masks === undefined ? image : <FigureMasks masks={figure.masks}>{image}</FigureMasks>}
      {figure.caption.length > 0 && (
        <figcaption className={styles.caption}>
          <Inlines context={context}>{figure.caption}</Inlines>
        </figcaption>
      )}
    </figure>
  )
}
