import styles from './concept-map.module.css'

/** How well something is remembered, as a ring that fills; empty and dashed for what was never seen. Words stand beside it. */
export function Ring({ recall }: { readonly recall: number | null }) {
  const radius = 6
  const around = 2 * Math.PI * radius
  return (
    <svg className={styles.ring} viewBox="0 0 16 16" aria-hidden="true" data-new={recall === null}>
      <circle cx="8" cy="8" r={radius} className={styles.track} />
      {recall === null ? null : (
        <circle
          cx="8"
          cy="8"
          r={radius}
          className={styles.arc}
          strokeDasharray={`${around * recall} ${around}`}
          transform="rotate(-90 8 8)"
        />
      )}
    </svg>
  )
}
