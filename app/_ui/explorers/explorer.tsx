import type { Block } from '@/lib/view/block'
import figure from '../blocks/figure.module.css'
import { type InlineContext, Inlines } from '../blocks/inline'
import styles from './explorer.module.css'
import { ExplorerStage } from './explorer-stage'

/** Something to play with in the notes, run by the same language and arithmetic as the questions. */
export function Explorer({
  explorer: { name, alt, caption },
  context,
}: {
  readonly explorer: Extract<Block, { kind: 'explorer' }>
  readonly context: InlineContext
}) {
  return (
    <figure className={`${figure.figure} ${styles.explorer}`} aria-label={alt}>
      <ExplorerStage name={name} />
      {caption.length > 0 && (
        <figcaption className={figure.caption}>
          <Inlines context={context}>{caption}</Inlines>
        </figcaption>
      )}
    </figure>
  )
}
