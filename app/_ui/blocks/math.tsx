'use client'

import type { MathSet } from '@/lib/view/block'
import { setWithMarks } from './closing-marks'
import styles from './math.module.css'
import { useNativeMath } from './native-math'
import { ScrollFrame } from './scroll-frame'

/**
 * The one place where set markup enters the page: KaTeX's own output, made at publishing with `trust: false`. What is
 * drawn is hidden from assistive technology, which reads the spoken form instead; native MathML it reads itself.
 */
export function MathText({
  math,
  marks = '',
}: {
  readonly math: MathSet
  /** Of the text after it: they stay with it. */
  readonly marks?: string
}) {
  const native = useNativeMath(math, false)
  const set =
    marks === '' || native !== null ? null : setWithMarks(math.html, marks, styles.piece ?? '', styles.mark ?? '')
  const formula =
    native !== null ? (
      <span className={styles.native} dangerouslySetInnerHTML={{ __html: native }} />
    ) : (
      <span role="math" aria-label={set === null ? math.spoken : `${math.spoken}${marks}`}>
        <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: set ?? math.html }} />
      </span>
    )
  if (marks === '' || set !== null) return formula
  return (
    <span className={styles.piece}>
      {formula}
      {marks}
    </span>
  )
}

/** A formula on its own line: scrolls inside its own frame where it is wider than the column. */
export function MathDisplay({ math }: { math: MathSet }) {
  const native = useNativeMath(math, true)
  return (
    <ScrollFrame className={styles.display} label={math.spoken}>
      {native === null ? (
        <div role="math" aria-label={math.spoken} className={styles.set}>
          <span aria-hidden="true" dangerouslySetInnerHTML={{ __html: math.html }} />
        </div>
      ) : (
        <div className={`${styles.set} ${styles.native}`} dangerouslySetInnerHTML={{ __html: native }} />
      )}
    </ScrollFrame>
  )
}
