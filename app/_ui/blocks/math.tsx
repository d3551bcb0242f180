import type { MathSet } from '@/lib/view/block'
import styles from './math.module.css'
import { ScrollFrame } from './scroll-frame'

/**
 * The one place where set markup enters the page: KaTeX's own output, made at publishing with `trust: false`. What is
 * drawn is hidden from assistive technology, which reads the spoken form instead.
 */
export function MathText({ math }: { math: MathSet }) {
  return (
    <span role="math" aria-label={math.spoken}>
      <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: math.html }} />
    </span>
  )
}

/** A formula on its own line: scrolls inside its own frame where it is wider than the column. */
export function MathDisplay({ math }: { math: MathSet }) {
  return (
    <ScrollFrame className={styles.display} label={math.spoken}>
      <div role="math" aria-label={math.spoken} className={styles.set}>
        <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: math.html }} />
      </div>
    </ScrollFrame>
  )
}
