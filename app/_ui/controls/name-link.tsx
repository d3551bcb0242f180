import Link from 'next/link'
import type { ReactNode } from 'react'
import styles from './name-link.module.css'

/** The name of a thing in a list of its kind, and the way to it. */
export function NameLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className={styles.name}>
      {children}
    </Link>
  )
}
