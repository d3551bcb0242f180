import type { ReactNode } from 'react'
import styles from './prose.module.css'

/** Running text of the interface itself, set like the notes. */
export const Prose = ({ children }: { children: ReactNode }) => <div className={styles.prose}>{children}</div>
